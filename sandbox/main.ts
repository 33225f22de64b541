import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from './app.tsx';
import { readEnv } from './env.ts';
import { openSandbox } from './sandbox.ts';

const env = readEnv(process.env);
const log = pino({ level: env.LOG_LEVEL, base: { process: 'sandbox' } });

const sandbox = await openSandbox({
  dataDir: env.DATA_DIR,
  publicUrl: env.PUBLIC_URL,
  pace: env.SANDBOX_PACE_MS,
  log,
});
const state = { isReady: true };
const app = createApp(sandbox, () => state.isReady);
const server = serve(
  { fetch: app.fetch, hostname: env.SANDBOX_HOST, port: env.SANDBOX_PORT },
  ({ port }) => log.info({ port, messages: sandbox.store.world.order.length }, 'sandbox ready'),
) as Server;

server.on('error', (error) => {
  log.fatal({ err: error }, `the sandbox cannot listen on port ${env.SANDBOX_PORT}`);
  process.exit(1);
});

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (!state.isReady) return;
  state.isReady = false;
  log.info({ signal }, 'sandbox stopping');
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // A withheld answer would keep the server open for ever.
  setTimeout(() => server.closeAllConnections(), 1000).unref();
  await closed;
  await sandbox.close();
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, (name) => void stop(name));
}
