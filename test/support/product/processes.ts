import { rmSync } from 'node:fs';
import { freePort } from '../../../bin/parts/ports.mjs';
import { lastWords, logOf, startNodeProcess } from '../../../bin/parts/node-process.mjs';
import { end } from '../../../bin/parts/process-identity.mjs';
import type { Server } from './servers.ts';

const entries = {
  sandbox: 'sandbox/main.ts',
  'workflow-worker': 'activities/workflow-worker.ts',
  worker: 'activities/worker.ts',
  relay: 'server/relay-main.ts',
  web: 'server/main.ts',
} as const;

export type ProcessName = keyof typeof entries;

export const processNames = Object.keys(entries) as ProcessName[];

/** One of our processes, as its command starts it, with a log that a failure can be read from. */
export interface OurProcess extends Server {
  lastWords: () => string;
  /** Resolves when the one that runs now has ended. */
  ended: () => Promise<unknown>;
}

/** @param port where it answers /readyz; for web and sandbox also where it serves */
export function ourProcess(
  name: ProcessName,
  port: number,
  env: Record<string, string>,
): OurProcess {
  const logName = `test-${process.pid}-${name}`;
  const own = { HEALTH_PORT: `${port}` };
  const serves: Partial<Record<ProcessName, Record<string, string>>> = {
    sandbox: { SANDBOX_PORT: `${port}` },
    web: { PORT: `${port}` },
  };
  const running: { pid: number; exited: Promise<unknown> } = { pid: 0, exited: Promise.resolve() };
  return {
    ended: () => running.exited,
    lastWords: () => lastWords(logOf(logName)),
    async start() {
      const { exited } = await startNodeProcess({
        name: logName,
        entry: entries[name],
        healthPort: port,
        env: { ...env, ...own, ...serves[name] },
        onSpawn: (pid) => (running.pid = pid),
      });
      running.exited = exited;
    },
    kill: async () => void (await end(running.pid, ['SIGKILL'], 5000)),
    async stop() {
      await end(running.pid, ['SIGTERM', 'SIGKILL'], 15_000);
      rmSync(logOf(logName), { force: true });
    },
  };
}

export const anyPort = (): Promise<number> => freePort(0);
