import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '#db/migrate.ts';
import { createTestDatabase } from '../postgres.ts';
import { forgetCluster } from '../../../bin/parts/postgres-cluster.mjs';
import { postgresSignals, startPostgres } from '../../../bin/parts/postgres.mjs';
import { freePort } from '../../../bin/parts/ports.mjs';
import { end } from '../../../bin/parts/process-identity.mjs';
import { dataDir } from '../../../bin/parts/project.mjs';
import { forget, record } from '../../../bin/parts/records.mjs';
import { startTemporal } from '../../../bin/parts/temporal-server.mjs';
import { temporalBinary } from '../../../bin/parts/temporal.mjs';

/** A server that the product stands on, which a story may take away and give back. */
export interface Server {
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** For good. */
  stop: () => Promise<void>;
}

/** A database in the cluster of the test run: quick, and not to be killed, for others use it. */
export async function sharedDatabase(): Promise<Server & { url: string }> {
  const { url, drop } = await createTestDatabase();
  const refuse = () => Promise.reject(new Error('The cluster of the test run is not ours to end.'));
  return { url, kill: refuse, start: refuse, stop: drop };
}

/** A cluster of this file's own; a later run clears away what a killed one leaves. */
export async function ownDatabase(): Promise<Server & { url: string }> {
  // Durable, for a crash may take nothing back that was committed.
  const cluster = { name: `test-${process.pid}`, port: await freePort(0), durable: true };
  const state = await startPostgres(cluster);
  cluster.port = state.port;
  await createDatabase(state.url('postgres'));
  const url = state.url('throughline');
  await migrate(url);
  const running = { pid: state.pid };
  const kill = async () => void (await end(running.pid, ['SIGQUIT', 'SIGKILL'], 10_000)); // as a crash: nothing is tidied
  return {
    url,
    kill,
    async start() {
      running.pid = (await startPostgres(cluster)).pid;
    },
    async stop() {
      await end(running.pid, postgresSignals, 10_000);
      forgetCluster(cluster.name);
    },
  };
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    await client.query('create database throughline');
  } finally {
    await client.end();
  }
}

/** An engine of this file's own with its UI, over a file, so that it may be killed. */
export async function ownEngine(): Promise<Server & { address: string; ui: string }> {
  const name = `temporal-${process.pid}`;
  const databaseFile = join(dataDir(), `test-${name}.db`);
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  const server = {
    binary: await temporalBinary(),
    name: `test-${name}`,
    port: await freePort(0),
    uiPort: await freePort(0),
    databaseFile,
    onSpawn: (pid: number) => record('test-run', name, pid),
  };
  const running = { pid: (await startTemporal(server)).pid };
  const kill = async () => void (await end(running.pid, ['SIGKILL'], 10_000));
  return {
    address: `127.0.0.1:${server.port}`,
    ui: `http://127.0.0.1:${server.uiPort}`,
    kill,
    async start() {
      running.pid = (await startTemporal(server)).pid;
    },
    async stop() {
      await kill();
      forget('test-run', name);
      const files = ['', '-wal', '-shm'].map((end) => databaseFile + end);
      const log = join(dataDir(), 'log', `test-${name}.log`);
      for (const file of [...files, log]) if (existsSync(file)) rmSync(file);
    },
  };
}
