import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '#db/orm.ts';
import { phonesOf, type Phones } from './product/phones.ts';
import {
  anyPort,
  ourProcess,
  processNames,
  type OurProcess,
  type ProcessName,
} from './product/processes.ts';
import { ownDatabase, ownEngine, sharedDatabase, type Server } from './product/servers.ts';
import { appSecret } from './world.ts';

export type PartName = ProcessName | 'postgres' | 'temporal';

/** The whole product as `npm start` runs it: every process by its own command, on free ports. */
export interface Product {
  /** Of the web process. */
  url: string;
  sandboxUrl: string;
  temporalUi: string;
  temporalAddress: string;
  /** For looking at; the product's own processes do the writing. */
  database: Database;
  dataDir: string;
  phones: Phones;
  /** kill -9 (PostgreSQL: a crash). */
  kill: (name: PartName) => Promise<void>;
  start: (name: PartName) => Promise<void>;
  /** Resolves when the process that runs now has ended, whoever ended it. */
  ended: (name: ProcessName) => Promise<unknown>;
  /** The end of each log, for a failure. */
  lastWords: () => string;
  stop: () => Promise<void>;
}

interface Options {
  /** `own`: PostgreSQL may be killed too. */
  postgres?: 'shared' | 'own';
  /** Fills the empty database before anything else runs. */
  fill: (database: Database, dataDir: string) => Promise<void>;
  /** Its processes end where a place is armed, in the folder `failpoints` of the data. */
  failpoints?: boolean;
  /** Given to every process. */
  env?: Record<string, string>;
}

export async function startProduct(options: Options): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-story-'));
  const [postgres, temporal] = await Promise.all([
    options.postgres === 'own' ? ownDatabase() : sharedDatabase(),
    ownEngine(),
  ]);
  const database = await openDatabase(postgres.url, { poolSize: 3, name: 'throughline-story' });
  await options.fill(database, dataDir);
  const ports = await choosePorts();
  const url = `http://127.0.0.1:${ports.web}`;
  const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
  const processes = Object.fromEntries(
    processNames.map((name) => [
      name,
      ourProcess(name, ports[name], {
        DATABASE_URL: postgres.url,
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: 'default',
        TEMPORAL_UI_URL: temporal.ui,
        PUBLIC_URL: url,
        SANDBOX_URL: sandboxUrl,
        APP_SECRET: appSecret,
        DATA_DIR: dataDir,
        LOG_LEVEL: 'info',
        ...(options.failpoints ? { FAILPOINTS: join(dataDir, 'failpoints') } : {}),
        ...options.env,
      }),
    ]),
  ) as Record<ProcessName, OurProcess>;
  const parts: Record<PartName, Server> = { ...processes, postgres, temporal };
  const product: Product = {
    url,
    sandboxUrl,
    temporalUi: temporal.ui,
    temporalAddress: temporal.address,
    database,
    dataDir,
    phones: phonesOf(sandboxUrl),
    kill: (name) => parts[name].kill(),
    start: (name) => parts[name].start(),
    ended: (name) => processes[name].ended(),
    lastWords: () =>
      processNames.map((name) => `--- ${name}\n${processes[name].lastWords()}`).join('\n'),
    async stop() {
      await Promise.all(processNames.map((name) => processes[name].stop()));
      await database.close();
      await Promise.all([postgres.stop(), temporal.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await Promise.all(processNames.map((name) => processes[name].start())).catch(async (cause) => {
    await product.stop();
    throw cause;
  });
  return product;
}

async function choosePorts(): Promise<Record<ProcessName, number>> {
  const ports: [ProcessName, number][] = [];
  for (const name of processNames) ports.push([name, await anyPort()]); // one by one: none twice
  return Object.fromEntries(ports) as Record<ProcessName, number>;
}
