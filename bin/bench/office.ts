import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase, type Database } from '#db/orm.ts';
import { migrate } from '#db/migrate.ts';
import { ourProcesses } from '../parts/our-processes.mjs';
import { freePort } from '../parts/ports.mjs';
import { clusterFolder } from '../parts/postgres-cluster.mjs';
import { startPostgres } from '../parts/postgres.mjs';
import { end } from '../parts/process-identity.mjs';
import { dataDir, isRoot } from '../parts/project.mjs';
import { startTemporal } from '../parts/temporal-server.mjs';
import { temporalBinary } from '../parts/temporal.mjs';

/** APP_SECRET of everything that the bench starts. */
export const appSecret = 'a secret of the bench, long enough';

export type ProcessName = 'sandbox' | 'workflow-worker' | 'worker' | 'relay' | 'web';

/** An installation as `npm start` makes one, of the bench's own: other ports, other folders, gone afterwards. */
export interface Office {
  database: Database;
  databaseUrl: string;
  temporalAddress: string;
  /** Base address of the web process. */
  app: string;
  sandbox: string;
  pids: Map<string, number>;
  close: () => Promise<void>;
}

const open = new Set<{ close: () => Promise<void> }>();

/** For a bench that is told to stop. */
export const closeOffices = () => Promise.all([...open].map((office) => office.close()));

/** Starts servers and the named processes of ours; the engine only where one of them needs it. */
export async function openOffice(names: readonly ProcessName[]): Promise<Office> {
  const office = emptyOffice();
  try {
    await startServers(office, names);
    await startProcesses(office, names);
    return office;
  } catch (error) {
    await office.close();
    throw error;
  }
}

function emptyOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  process.env['DATA_DIR'] = folder;
  const closers: (() => Promise<unknown>)[] = [];
  const pids = new Map<string, number>();
  const office = {
    database: undefined as unknown as Database,
    databaseUrl: '',
    temporalAddress: '',
    app: '',
    sandbox: '',
    pids,
    closers,
    async close() {
      open.delete(this);
      for (const close of closers.splice(0).toReversed()) await close();
      if (isRoot) rmSync(dirname(clusterFolder('bench')), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  open.add(office);
  return office;
}

type Opening = ReturnType<typeof emptyOffice>;

async function startServers(office: Opening, names: readonly ProcessName[]): Promise<void> {
  const postgres = await startPostgres({ name: 'bench', port: 0, durable: true });
  office.closers.push(postgres.stop);
  office.pids.set('postgres', postgres.pid);
  office.databaseUrl = postgres.url('postgres');
  await migrate(office.databaseUrl);
  const database = await openDatabase(office.databaseUrl, { poolSize: 4, name: 'bench' });
  office.database = database;
  office.closers.push(database.close);
  if (!names.includes('workflow-worker')) return;
  const temporal = await startTemporal({
    binary: await temporalBinary(),
    name: 'temporal',
    port: await freePort(0),
    databaseFile: join(dataDir(), 'temporal.db'),
  });
  office.closers.push(temporal.stop);
  office.pids.set('temporal', temporal.pid);
  office.temporalAddress = temporal.address;
}

async function startProcesses(office: Opening, names: readonly string[]): Promise<void> {
  const ports = { web: await freePort(0), sandbox: await freePort(0) };
  office.app = `http://127.0.0.1:${ports.web}`;
  office.sandbox = `http://127.0.0.1:${ports.sandbox}`;
  const env = {
    DATABASE_URL: office.databaseUrl,
    PUBLIC_URL: office.app,
    SANDBOX_URL: office.sandbox,
    APP_SECRET: appSecret,
    DATA_DIR: dataDir(),
    ...(office.temporalAddress ? { TEMPORAL_ADDRESS: office.temporalAddress } : {}),
  };
  const parts = (await ourProcesses(env, ports)).filter(({ name }) => names.includes(name));
  const started: number[] = [];
  office.closers.push(() => Promise.all(started.map(endProcess)));
  // All at once: each takes seconds to load.
  await Promise.all(
    parts.map(({ name, start }) =>
      start((pid: number) => {
        office.pids.set(name, pid);
        started.push(pid);
      }),
    ),
  );
}

export const endProcess = (pid: number) => end(pid, ['SIGTERM', 'SIGKILL'], 15_000);
