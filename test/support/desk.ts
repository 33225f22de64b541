import { createHistoryActivities } from '#activities/history/history.ts';
import { createSyncActivities } from '#activities/history/sync.ts';
import { encryptCredentials } from '#db/credentials.ts';
import { tellRelay } from '#db/outbox.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import {
  DATED_SECRET,
  KEY,
  quoClient,
  SIGNING_KEY,
  storeQuo,
} from '#test/sandbox/openphone/quo.ts';
import { openApp } from './app.ts';
import { startEngine } from './engine.ts';
import { openTelephone } from './history.ts';
import { serveApp } from './page.ts';
import { relayBetween } from './relay.ts';
import { startAlderSandbox } from './sandbox.ts';
import { appSecret, openWorld } from './world.ts';

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/**
 * A firm with its desk at OpenPhone, and all that runs between: the provider's double, the web process on a
 * port, relay, engine and worker. Nothing counts as late, so that a gap is one at once.
 */
export async function openDesk() {
  const place: { app?: ReturnType<typeof openApp> } = {};
  const served = await serveApp({
    fetch: (request) => place.app?.app.fetch(request) ?? new Response(null, { status: 503 }),
  });
  const base = await openWorld();
  const sandbox = await startAlderSandbox(served.url);
  const { deps } = openApp(base);
  place.app = openApp(base, { env: { ...deps.env, PUBLIC_URL: served.url } });
  const telephone = await openTelephone(base, sandbox.url);
  const { accountId, workspaceId, world } = telephone;
  const { database } = base;
  const keys = { apiKey: KEY, signingKeys: [SIGNING_KEY], datedSecrets: [DATED_SECRET] };
  await run(
    database.fork(),
    sql`update provider_account set credentials = ${encryptCredentials(appSecret, accountId, keys)} where id = ${accountId}`,
  );
  const url = `/webhooks/openphone/${accountId}`;
  const tell = (families: object) =>
    storeQuo(sandbox.url, { size: 0, webhook: { url, ...families } });
  await tell({ signingKey: SIGNING_KEY, datedSecret: DATED_SECRET });
  const engine = await startEngine({
    history: {
      ...createHistoryActivities(world),
      ...createSyncActivities(world, { graceMs: 0 }),
    },
  });
  const relay = await relayBetween(base, engine);
  const quo = quoClient(sandbox);
  const numbers = (await quo.list('/phone-numbers')).data as unknown as {
    id: string;
    number: string;
  }[];
  const read = <T>(statement: ReturnType<typeof sql>) =>
    rows(database.fork(), statement) as Promise<T[]>;

  return {
    ...telephone,
    database,
    engine,
    quo,
    /** The number of ours that people of these tests write to. */
    number: numbers[0]!.number,
    faults: sandbox.faults,
    /** Which families of webhooks tell us. */
    tell,
    read,
    one: async <T>(statement: ReturnType<typeof sql>) =>
      (await firstRow(database.fork(), statement)) as T | undefined,
    write: async (from: string, body: string, change: object = {}) =>
      idIn(
        await quo.control('/messages', 'POST', { from, to: numbers[0]!.number, body, ...change }),
      ),
    call: async (from: string, change: object = {}) =>
      idIn(await quo.control('/calls', 'POST', { from, to: numbers[0]!.number, ...change })),
    /** As connecting an account does. */
    connect: () =>
      database.transaction((em) =>
        tellRelay(em, { workspaceId, kind: 'history.schedules', key: accountId }),
      ),
    end: async () => {
      await relay.stop();
      await engine.close();
      await served.close();
      await sandbox.close();
      await base.end();
    },
  };
}

const idIn = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { id: string }).id;
