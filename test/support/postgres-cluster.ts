import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { clusterFolder, forgetCluster } from '../../bin/parts/postgres-cluster.mjs';
import { endLeftPostgres, startPostgres } from '../../bin/parts/postgres.mjs';
import { startedAt } from '../../bin/parts/process-identity.mjs';
import { migrate } from '#db/migrate.ts';
import { template } from './postgres-template.ts';

/** A cluster of this run's own, so that runs side by side never meet, holding one migrated template. */
export async function startTestCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const name = `test-${process.pid}`;
  await removeLeftClusters();
  const server = await startPostgres({ name, port: 0, durable: false });
  try {
    await makeTemplate(server.url('postgres'), server.url(template));
  } catch (error) {
    await server.stop();
    forgetCluster(name);
    throw error;
  }
  return {
    url: server.url('postgres'),
    async stop() {
      await server.stop();
      forgetCluster(name);
    },
  };
}

async function makeTemplate(maintenanceUrl: string, templateUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${template}`);
    await migrate(templateUrl);
    await client.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}

/** A run that was killed leaves its server and folder; its pid is in the name. */
async function removeLeftClusters(): Promise<void> {
  const parent = dirname(clusterFolder('test-0'));
  const names = existsSync(parent) ? readdirSync(parent) : [];
  const left = names.filter((name) => /^test-\d+(\.new)?$/.test(name) && !lives(name));
  for (const name of left) {
    await endLeftPostgres(join(parent, name));
    rmSync(join(parent, name), { recursive: true, force: true });
    forgetCluster(basename(name, '.new'));
  }
}

const lives = (name: string) => startedAt(Number(/\d+/.exec(name)?.[0])) !== undefined;
