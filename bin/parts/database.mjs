import { postgresSignals, startPostgres } from './postgres.mjs';
import { keepRunning } from './keep-running.mjs';
import { runOnce } from './run-once.mjs';
import { say, sayWhile } from './say.mjs';
import { Trouble } from './trouble.mjs';

const name = 'throughline';

/**
 * The database that DATABASE_URL names, else an embedded one of our own.
 * @param {AbortSignal} stopping
 * @returns {Promise<{ url: string, embedded: boolean }>}
 */
export async function database(stopping) {
  const given = process.env['DATABASE_URL'];
  if (given) {
    say('postgres', `using DATABASE_URL (${new URL(given).host})`);
    return { url: given, embedded: false };
  }
  const state = { port: Number(process.env['POSTGRES_PORT'] ?? 5432), url: '' };
  await keepRunning(
    {
      name: 'postgres',
      signals: postgresSignals,
      async start(onSpawn) {
        const server = await startPostgres({
          name: 'postgres',
          port: state.port,
          durable: true,
          onSpawn,
        });
        if (server.port !== state.port)
          say('postgres', `port ${state.port} is in use, taking ${server.port}`);
        Object.assign(state, { port: server.port, url: server.url(name) });
        await createWhenMissing(server.url('postgres'));
        return server;
      },
    },
    stopping,
  );
  say('postgres', `ready on port ${state.port}`);
  return { url: state.url, embedded: true };
}

/** @param {string} maintenanceUrl */
async function createWhenMissing(maintenanceUrl) {
  const known = await ask(maintenanceUrl, `select 1 from pg_database where datname = '${name}'`);
  if (known.length === 0) await ask(maintenanceUrl, `create database ${name}`);
}

/**
 * Brings the schema up to date.
 * @param {Record<string, string>} env
 */
export async function prepareDatabase(env) {
  await sayWhile(
    'migrate',
    () => 'bringing the schema up to date',
    runOnce('migrate', 'db/migrate.ts', env),
  );
}

/**
 * Whether this database holds the demo, or is to be given it: an empty embedded one is. DEMO=false
 * leaves it empty, DEMO=true fills one of DATABASE_URL as well. A live workspace keeps the demo out.
 * @param {{ url: string, embedded: boolean }} database_
 * @returns {Promise<'none' | 'empty' | 'filled'>}
 */
export async function demoState({ url, embedded }) {
  if ((process.env['DEMO'] ?? String(embedded)) !== 'true') return 'none';
  const [found] = await ask(
    url,
    `select exists (select from workspace) as any, exists (select from workspace where mode = 'live') as live,
      exists (select from provider_account where key = 'demo') as demo`,
  );
  if (found?.['live']) return 'none';
  if (!found?.['any']) return 'empty';
  return found['demo'] ? 'filled' : 'none';
}

/**
 * Fills the demo once; at a later start only its clock is set to a working morning. Needs the sandbox.
 * @param {Record<string, string>} env
 */
export async function prepareDemo(env) {
  await sayWhile(
    'seed',
    () => 'preparing the demo workspace',
    runOnce('seed', 'db/seeds/demo.ts', env),
  );
}

/** @param {string} url @param {string} sql @returns {Promise<Record<string, unknown>[]>} */
async function ask(url, sql) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } catch (error) {
    throw new Trouble(
      `The database does not answer: ${/** @type {Error} */ (error).message}.`,
      'Check DATABASE_URL, or unset it to use the embedded PostgreSQL.',
      error,
    );
  } finally {
    await client.end();
  }
}
