import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { EngineEnv } from './env.ts';

/** Installs the one Temporal runtime of this process, with its log and figures, and connects. */
export async function connectEngine(env: EngineEnv, log: Logger): Promise<NativeConnection> {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      log[pinoLevel(level)]({ ...pick(meta) }, message);
    }),
    telemetryOptions: {
      ...(env.METRICS_PORT === undefined ? {} : { metrics: prometheus(env.METRICS_PORT) }),
      logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
    },
    // Signals are handled by the process itself, in its own order.
    shutdownSignals: [],
  });
  const address = env.TEMPORAL_ADDRESS;
  return NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
}

const prometheus = (port: number) => ({
  prometheus: {
    bindAddress: `127.0.0.1:${port}`,
    countersTotalSuffix: true,
    unitSuffix: true,
    useSecondsForDurations: true,
  },
});

function pinoLevel(level: string): 'debug' | 'info' | 'warn' | 'error' {
  switch (level) {
    case 'TRACE':
    case 'DEBUG':
      return 'debug';
    case 'WARN':
      return 'warn';
    case 'ERROR':
      return 'error';
    default:
      return 'info';
  }
}

/** Ids and types are worth a line; what an activity was given or threw may name a person. */
function pick(meta: Record<string, unknown> | undefined): Record<string, unknown> {
  const worth = [
    'workflowId',
    'workflowType',
    'activityType',
    'attempt',
    'taskQueue',
    'sdkComponent',
  ];
  return Object.fromEntries(Object.entries(meta ?? {}).filter(([key]) => worth.includes(key)));
}
