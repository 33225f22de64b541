import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { refuse } from '../twilio/errors.ts';
import type { Faults } from './faults.ts';

/** A client that waits for ever is let go after this time, so that no socket leaks. */
const WITHHELD_MS = 120_000;

/** Stands before a provider's routes and spoils calls as the faults say. */
export function faultGate(faults: Faults): MiddlewareHandler {
  return async (c, next) => {
    const { latencyMs } = faults.settings;
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const spoiled = before(c, faults);
    if (spoiled) return spoiled;
    await next();
    if (c.req.method === 'POST' && c.res.status === 201) await after(c, faults);
  };
}

function before(c: Context, faults: Faults): Response | undefined {
  if (faults.settings.down === 'cut') return cut(c);
  if (faults.settings.down === '503') return refuse(c, 20503);
  if (c.req.method === 'POST' && faults.strikes('cutBefore')) return cut(c);
  if (faults.tooMany()) {
    c.header('Twilio-Concurrent-Requests', '101');
    return refuse(c, 20429);
  }
  return faults.strikes('serverErrors') ? refuse(c, 20500) : undefined;
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

function socketOf(c: Context): HttpBindings['incoming']['socket'] {
  return (c.env as HttpBindings).incoming.socket;
}
