import type { Logger } from 'pino';

const CAP_MS = 10_000;

/**
 * Ends the process in order when it is asked to (SIGTERM, SIGINT): `close` may take ten seconds, a
 * second word ends it at once.
 */
export function onShutdown(log: Logger, close: () => Promise<void>): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

  async function stop(signal: string): Promise<void> {
    if (asked) process.exit(1);
    asked = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('work in hand did not end in ten seconds');
      process.exit(1);
    }, CAP_MS).unref();
    try {
      await close();
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'did not stop cleanly');
      process.exit(1);
    }
  }
}
