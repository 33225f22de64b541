import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { EngineEnv } from './env.ts';

/** Installs the one Temporal runtime of this process, with its log and figures, and connects. */
export async function connectEngine(env: EngineEnv, log: Logger): Promise<NativeConnection> {
  try {
    install(log, env.METRICS_PORT);
  } catch (error) {
    if (env.METRICS_PORT === undefined) throw error;
    // Figures are worth a warning, not a process that does no work.
    log.warn({ err: error, port: env.METRICS_PORT }, 'the figures of the engine cannot be served');
    install(log, undefined);
  }
  const address = env.TEMPORAL_ADDRESS;
  return NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
}

function install(log: Logger, metricsPort: number | undefined): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      log[pinoLevel(level)]({ ...pick(meta) }, message);
    }),
    telemetryOptions: {
      ...(metricsPort === undefined ? {} : { metrics: prometheus(metricsPort) }),
      logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
    },
    // Signals are handled by the process itself, in its own order.
    shutdownSignals: [],
  });
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
