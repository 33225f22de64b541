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
    if (c.req.method === 'POST' && c.res.status === 201) after(c, faults);
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

function after(c: Context, faults: Faults): void {
  if (faults.strikes('withhold')) replaceAnswer(c, withhold(c));
  else if (faults.strikes('cutAfter')) replaceAnswer(c, cut(c));
}

/** Hono merges the headers of the old answer into the new one unless the old one is taken away. */
function replaceAnswer(c: Context, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}

function cut(c: Context): Response {
  socketOf(c).destroy();
  return saidNothing();
}

function withhold(c: Context): Response {
  const socket = socketOf(c);
  socket.setTimeout(WITHHELD_MS, () => socket.destroy());
  return saidNothing();
}

/** The server adapter writes nothing when it sees this header. */
function saidNothing(): Response {
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
}

function socketOf(c: Context): HttpBindings['incoming']['socket'] {
  return (c.env as HttpBindings).incoming.socket;
}
