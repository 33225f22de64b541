import { DefaultLogger, Runtime } from '@temporalio/worker';

/** To be called before anything runs: each replay has a worker that tells of itself, and each broken one an outcry. */
export const replayQuietly = (): unknown =>
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
