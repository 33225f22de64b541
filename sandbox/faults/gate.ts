import type { HttpBindings } from '@hono/node-server';
import type { Context, Env, MiddlewareHandler } from 'hono';
import type { Faults } from './faults.ts';

/** A client that waits for ever is let go after this time, so that no socket leaks. */
const WITHHELD_MS = 120_000;

/** How a provider itself says no, and which of its calls make a message. */
export type Spoiling<C extends Context> = {
  readonly refuse: (c: C, how: 'down' | 'too many' | 'error') => Response;
  readonly isCreate: (c: C) => boolean;
};

/** Stands before a provider's routes and spoils calls as the faults say. */
export function faultGate<E extends Env>(
  faults: Faults,
  provider: Spoiling<Context<E>>,
): MiddlewareHandler<E> {
  return async (c, next) => {
    const { latencyMs } = faults.settings;
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const spoiled = before(c, faults, provider);
    if (spoiled) return spoiled;
    await next();
    if (provider.isCreate(c) && c.res.ok) await after(c, faults);
  };
}

function before<C extends Context>(
  c: C,
  faults: Faults,
  { refuse, isCreate }: Spoiling<C>,
): Response | undefined {
  if (faults.settings.down === 'cut') return cut(c);
  if (faults.settings.down === '503') return refuse(c, 'down');
  if (isCreate(c) && faults.strikes('cutBefore')) return cut(c);
  if (faults.tooMany()) return refuse(c, 'too many');
  return faults.strikes('serverErrors') ? refuse(c, 'error') : undefined;
}

async function after(c: Context, faults: Faults): Promise<void> {
  const late = faults.answerDelay();
  if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
  if (faults.strikes('withhold')) await withhold(c);
  else if (faults.strikes('cutAfter')) cut(c);
}

/** What is answered on a destroyed socket reaches nobody. */
function cut(c: Context): Response {
  socketOf(c).destroy();
  return c.body(null);
}

/** The answer stays back until the client has given up. */
async function withhold(c: Context): Promise<void> {
  const socket = socketOf(c);
  const enough = setTimeout(() => socket.destroy(), WITHHELD_MS).unref();
  await new Promise((resolve) => socket.once('close', resolve));
  clearTimeout(enough);
}

/** The connection under a request, for those who must cut it. */
export function socketOf(c: Context): HttpBindings['incoming']['socket'] {
  return (c.env as HttpBindings).incoming.socket;
}
