import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccountActivities } from '#activities/accounts.ts';
import { createSyncActivities } from '#activities/history/sync.ts';
import { createSendActivities } from '#activities/sending.ts';
import { encryptCredentials } from '#db/credentials.ts';
import { queueSend } from '#db/sending/queue-send.ts';
import { askForSchedules } from '#db/sync/schedules.ts';
import { syncHealth } from '#db/sync/health.ts';
import { rows, run, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Relay } from '#server/relay/relay.ts';
import { openApp } from '#test/support/app.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { mortal } from '#test/support/mortal.ts';
import { serveApp } from '#test/support/page.ts';
import { relayBetween } from '#test/support/relay.ts';
import { pauseSchedules, turnOf } from '#test/support/schedules.ts';
import { openSendingWorld, tuesdayTen, type SendingWorld } from '#test/support/sending.ts';
import { until } from '#test/support/until.ts';
import { appSecret } from '#test/support/world.ts';

// Twilio, the web process, the relay and the engine, of which the webhooks may be lost on the way.

let world: SendingWorld;
let served: Awaited<ReturnType<typeof serveApp>>;
let engine: Engine;
let relay: Relay;
let person: string;
let last = 110;
/** Whoever writes next dies when it is written and nobody knows. */
let dies = false;

beforeAll(async () => {
  const place: { app?: ReturnType<typeof openApp> } = {};
  served = await serveApp({
    fetch: (request) => place.app?.app.fetch(request) ?? new Response(null, { status: 503 }),
  });
  world = await openSendingWorld(served.url);
  const { database } = world;
  const { deps } = openApp(world);
  place.app = openApp(world, { env: { ...deps.env, PUBLIC_URL: served.url } });
  const dying = mortal(
    database,
    () => (dies ? 'after' : null),
    () => {
      dies = false;
      throw new Error('died');
    },
  );
  engine = await startEngine({
    history: createSyncActivities(
      { database: dying, secret: appSecret, sandboxUrl: world.sandbox.url },
      { graceMs: 0 },
    ),
    conversationSends: {
      ...createSendActivities(world.world),
      ...createAccountActivities(world.world),
    },
  });
  relay = await relayBetween(world, engine);
  const { workspaceId } = world.alder;
  await database.transaction((em) => askForSchedules(em, { workspaceId }));
  await pauseSchedules(engine.client, 2);
}, 120_000);
afterAll(async () => {
  await relay?.stop();
  await engine?.close();
  await served?.close();
  await world?.end();
});
beforeEach(async () => {
  person = `+16175550${(last += 1)}`;
  await world.sandbox.faults({});
});

const turn = () => turnOf(engine.client, workflowIds.twilioWatch(world.alder.accountId));
const recorded = (workflowId: string, shape: string) =>
  recordHistory(engine.client, workflowId, `twilio-watch-${shape}`);
const lost = () => world.sandbox.faults({ loseTexts: 1 });
const write = (body: string, media?: 'picture') =>
  world.sandbox.write(person, { to: world.alder.senders[0]!.value, body, ...(media && { media }) });
const read = <T>(statement: ReturnType<typeof sql>): Promise<T[]> =>
  rows(world.database.fork(), statement) as Promise<T[]>;
const heard = () =>
  read<{ body: string; files: number }>(
    sql`select i.body, (select count(*)::int from attachment f where f.interaction_id = i.id) as files
    from interaction i join address a on a.id = i.address_id
    where a.value = ${person} and i.direction = 'in' order by i.at, i.id`,
  );
const blocked = async () =>
  (
    await read<{ blocked: string[] }>(
      sql`select blocked from address where value = ${person} and workspace_id = ${world.alder.workspaceId}`,
    )
  )[0]?.blocked ?? [];
const health = async () =>
  (await syncHealth(world.database.fork(), world.alder.workspaceId)).accounts[0]!;
/** All that came in has been applied. */
const applied = () =>
  until(
    async () => (await read(sql`select 1 from provider_event where state = 'new'`)).length === 0,
  );
/** Twilio's instants are whole seconds. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));
const said = (n: number) => until(async () => (await heard()).length === n);

describe('the watch over Twilio', () => {
  test('looks every five minutes, and each night three days back', async () => {
    const { schedule } = engine.client;
    const { accountId } = world.alder;
    const watch = await schedule.getHandle(workflowIds.twilioWatch(accountId)).describe();
    expect(watch.spec.intervals).toMatchObject([{ every: 300_000 }]);
    const night = await schedule.getHandle(workflowIds.twilioNight(accountId)).describe();
    expect(night.spec.timezone).toBe('America/New_York');
    const { workflowId, result } = await turnOf(engine.client, workflowIds.twilioNight(accountId));
    expect(result).toEqual({ messages: 0, statuses: 0 });
    await recorded(workflowId, 'night');
  });

  test('finds nothing where every webhook has come', async () => {
    await write('All well');
    await said(1);
    const { workflowId, result } = await turn();
    expect(result).toEqual({ messages: 0, statuses: 0 });
    expect(await heard()).toHaveLength(1);
    expect(await health()).toMatchObject({ foundTexts: 0, watchedAt: expect.any(Date) });
    await recorded(workflowId, 'whole');
  });

  test('brings a text into the inbox that no webhook told, with its picture, once', async () => {
    await lost();
    await write('Nobody tells you this', 'picture');
    await write('nor this');
    const { workflowId, result } = await turn();
    expect(result).toEqual({ messages: 2, statuses: 0 });
    await applied();
    expect(await heard()).toEqual([
      { body: 'Nobody tells you this', files: 1 },
      { body: 'nor this', files: 0 },
    ]);
    await recorded(workflowId, 'found');
    expect((await turn()).result).toEqual({ messages: 0, statuses: 0 });
    await applied();
    expect(await heard()).toHaveLength(2);
    expect(await health()).toMatchObject({ foundTexts: 2, foundAt: expect.any(Date) });
  });

  test('has a STOP in force, and confirms nothing so late', async () => {
    await lost();
    await write('STOP');
    await turn();
    await applied();
    expect(await blocked()).toEqual(['call', 'sms', 'whatsapp']);
    expect(await read(sql`select 1 from send where intent_key like 'confirm:%'`)).toEqual([]);
  });

  test('stops nobody who has said START since', async () => {
    await lost();
    await write('STOP');
    await nextSecond();
    await world.sandbox.faults({});
    await write('START');
    await said(1);
    await turn();
    await applied();
    expect((await heard()).map(({ body }) => body)).toEqual(['STOP', 'START']);
    expect(await blocked()).toEqual([]);
  });

  test('lifts nothing by a START that comes so late', async () => {
    await write('STOP');
    await until(async () => (await blocked()).includes('sms'));
    await lost();
    await write('START');
    await turn();
    await applied();
    expect(await heard()).toHaveLength(2);
    expect(await blocked()).toContain('sms');
  });

  test.each([
    ['ends a walk that was on its way when it was written', 'Ruth', 'before', 'replied'],
    ['ends no walk that began since', 'Owen', 'after', null],
  ])('%s', async (_, firstName, when, ending) => {
    const contact = world.alder.contacts.find((one) => one.firstName === firstName)!;
    const [address] = await read<{ value: string }>(
      sql`select value from address where id = ${contact.addressId}`,
    );
    person = address!.value;
    await lost();
    const before = when === 'before' ? await world.walkOf(firstName) : null;
    await write('Please call me');
    await nextSecond();
    const walk = before ?? (await world.walkOf(firstName));
    await turn();
    await applied();
    expect(await read(sql`select ending from membership where id = ${walk}`)).toEqual([{ ending }]);
  });

  test('says how far a message came of which no callback told', async () => {
    await world.sandbox.faults({ loseCallbacks: 1 });
    const sendId = await accepted();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await turn()).result).toEqual({ messages: 0, statuses: 1 });
    await applied();
    const [send] = await read(sql`select state from send where id = ${sendId}`);
    expect(send).toEqual({ state: 'delivered' });
    expect((await turn()).result).toEqual({ messages: 0, statuses: 0 });
  });

  test('leaves alone what others do with the same account', async () => {
    const { accountId, senders } = world.alder;
    const [sender] = senders;
    const provider = await world.world.provider(accountId);
    const from = sender!.value;
    await world.sandbox.faults({ loseCallbacks: 1, loseTexts: 1 });
    await provider.send({ from, to: person, body: 'Not of our ledger', sendId: accountId });
    const dead = () => read(sql`select id from provider_event where state = 'dead'`);
    const before = await dead();
    const give = (value: string) =>
      run(world.database.fork(), sql`update sender set value = ${value} where id = ${sender!.id}`);
    await give('+16035550000');
    await write('To a number of another product');
    expect((await turn()).result).toEqual({ messages: 0, statuses: 0 });
    await give(from);
    expect((await turn()).result).toEqual({ messages: 1, statuses: 0 });
    await applied();
    expect(await dead()).toEqual(before);
  });

  test('that dies between two texts goes on with the second', async () => {
    await lost();
    await write('One');
    await write('Two');
    dies = true;
    const { workflowId } = await turn();
    expect(dies).toBe(false);
    await recorded(workflowId, 'killed');
    await applied();
    expect((await heard()).map(({ body }) => body).toSorted()).toEqual(['One', 'Two']);
  });

  test('looks at nothing while the account is paused', async () => {
    const set = (state: string) =>
      run(
        world.database.fork(),
        sql`update provider_account set state = ${state} where id = ${world.alder.accountId}`,
      );
    await set('paused');
    const { workflowId, result } = await turn();
    expect(result).toBeNull();
    await recorded(workflowId, 'idle');
    await set('active');
  });

  describe('that may not look', () => {
    let sealed: Buffer;
    const sealedWith = (secret: string) =>
      encryptCredentials(secret, world.alder.accountId, { authToken: 'f'.repeat(32) });
    const set = (credentials: Buffer) =>
      run(
        world.database.fork(),
        sql`update provider_account set credentials = ${credentials}, state = 'active' where id = ${world.alder.accountId}`,
      );
    const account = async () =>
      (
        await read<{ state: string; result: string; credentials: Buffer }>(
          sql`select state, check_result as result, credentials from provider_account where id = ${world.alder.accountId}`,
        )
      )[0]!;
    beforeEach(async () => {
      sealed = (await account()).credentials;
      return () => set(sealed);
    });

    test('since Twilio refuses the token has the account looked at, which says so', async () => {
      await set(sealedWith(appSecret));
      const { workflowId, result } = await turn();
      expect(result).toBeNull();
      await recorded(workflowId, 'refused');
      await until(async () => (await account()).state === 'refused');
      expect(await account()).toMatchObject({ result: '20003' });
    });

    test('since the token is sealed with another secret asks nobody', async () => {
      await set(sealedWith('x'.repeat(40)));
      expect((await turn()).result).toBeNull();
      expect(await account()).toMatchObject({ state: 'active' });
    });
  });
});

/** A message of ours that Twilio has taken. */
async function accepted(): Promise<string> {
  const { workspaceId, contacts, senders } = world.alder;
  const { sendId } = await world.database.transaction((em) =>
    queueSend(em, {
      workspaceId,
      intentKey: `test:${person}`,
      purpose: 'service',
      addressId: contacts[0]!.addressId,
      contactId: contacts[0]!.id,
      senderId: senders[0]!.id,
      body: 'On our way',
      asInteraction: true,
      at: tuesdayTen,
    }),
  );
  await until(async () => {
    const [send] = await read<{ state: string }>(sql`select state from send where id = ${sendId}`);
    return send?.state === 'accepted';
  });
  return sendId;
}
