import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { syncHealth } from '#db/sync/health.ts';
import { run, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import { DATED_SECRET, SIGNING_KEY } from '#test/sandbox/openphone/quo.ts';
import { openDesk, type Desk } from '#test/support/desk.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { pauseSchedules, turnOf } from '#test/support/schedules.ts';
import { until } from '#test/support/until.ts';

let desk: Desk;
let person: string;
let last = 110;

beforeAll(async () => {
  desk = await openDesk();
  await desk.connect();
  await pauseSchedules(desk.engine.client, 2);
  await night();
}, 120_000);
afterAll(() => desk.end());
beforeEach(async () => {
  person = `+16175550${(last += 1)}`;
  await desk.faults({});
});

const turn = (id: string) => turnOf(desk.engine.client, id);
const watch = () => turn(workflowIds.openphoneWatch(desk.accountId));
const night = () => turn(workflowIds.openphoneNight(desk.accountId));

const message = (id: string) =>
  desk.read<{ body: string; direction: string }>(
    sql`select body, direction from interaction where provider_id = ${id}`,
  );
const isThere = (id: string) => until(async () => (await message(id)).length === 1);
const call = (id: string) =>
  desk.one<{
    status: string;
    summary: unknown;
    transcript: unknown;
    voicemail: unknown;
    kind: string;
    sounds: number;
  }>(
    sql`select r.status, r.summary, r.transcript, r.voicemail, i.kind,
      (select count(*)::int from attachment a where a.interaction_id = i.id) as sounds
    from call_record r join interaction i on i.id = r.interaction_id where r.provider_id = ${id}`,
  );
const blocked = async () =>
  (
    await desk.one<{ blocked: string[] }>(
      sql`select blocked from address where value = ${person} and workspace_id = ${desk.workspaceId}`,
    )
  )?.blocked ?? [];
const health = async () => (await syncHealth(desk.database.fork(), desk.workspaceId)).accounts[0]!;

test('an account that was connected is watched every five minutes and compared each night of its zone', async () => {
  const { schedule } = desk.engine.client;
  const watched = await schedule.getHandle(workflowIds.openphoneWatch(desk.accountId)).describe();
  expect(watched.spec.intervals).toMatchObject([{ every: 300_000 }]);
  const nightly = await schedule.getHandle(workflowIds.openphoneNight(desk.accountId)).describe();
  expect(nightly.spec).toMatchObject({
    calendars: [{ hour: [{ start: 3 }], minute: [{ start: 10 }] }],
    timezone: 'America/New_York',
  });
  expect(nightly.policies.overlap).toBe('SKIP');
});

describe('what people do comes by webhook', () => {
  test('a text, told by both families, is there once', async () => {
    const id = await desk.write(person, 'Is Thursday still open?');
    await isThere(id);
    expect(await message(id)).toEqual([{ body: 'Is Thursday still open?', direction: 'in' }]);
  });

  test('STOP is in force', async () => {
    await desk.write(person, 'STOP');
    await until(async () => (await blocked()).includes('sms'));
    expect(await blocked()).toEqual(['call', 'sms', 'whatsapp']);
  });

  test.each([
    ['v1', { signingKey: SIGNING_KEY }],
    ['v2', { signingKey: SIGNING_KEY }],
    ['v3', { signingKey: SIGNING_KEY }],
    ['v4', { signingKey: SIGNING_KEY }],
    ['2026-03-30', { datedSecret: DATED_SECRET }],
    ['both families', { signingKey: SIGNING_KEY, datedSecret: DATED_SECRET }],
  ])(
    'a call with all that belongs to it, told by %s, backwards and twice',
    async (family, keys) => {
      await desk.tell(keys);
      if (/^v\d$/.test(family)) await desk.quo.settings({ apiVersion: family });
      await desk.faults({ reorderCallbacks: 1, duplicateCallbacks: 1 });
      const id = await desk.call(person);
      await until(async () => {
        const found = await call(id);
        return Boolean(found?.summary && found.transcript && found.sounds === 1);
      });
      expect(await call(id)).toMatchObject({ status: 'completed', kind: 'call' });
      await desk.quo.settings({ apiVersion: 'v4' });
      await desk.tell({ signingKey: SIGNING_KEY, datedSecret: DATED_SECRET });
    },
    60_000,
  );

  test('a voicemail', async () => {
    const id = await desk.call(person, { outcome: 'voicemail', seconds: 9 });
    await until(async () => {
      const found = await call(id);
      return found?.sounds === 1 && found.status !== 'ringing';
    });
    expect(await call(id)).toMatchObject({ status: 'no-answer', kind: 'voicemail' });
  });

  test('a call that names nobody is asked for at the provider', async () => {
    await desk.faults({ emptyParticipants: 1 });
    const id = await desk.call(person, { summary: false, transcript: false, recording: false });
    await until(async () => (await call(id))?.status === 'completed', { patienceMs: 40_000 });
    const event = await desk.one<{ id: string }>(
      sql`select id from provider_event where kind = 'call' and body like ${`%${id}%`} order by id limit 1`,
    );
    const fetched = workflowIds.openphoneFetch(event!.id);
    await desk.engine.client.workflow.getHandle(fetched).result();
    await until(async () => (await unsettled()) === 0);
    expect(await call(id)).toMatchObject({ status: 'completed', kind: 'call' });
    await recordHistory(desk.engine.client, fetched, 'openphone-fetch-written');
  }, 90_000);

  const unsettled = async () =>
    (
      await desk.one<{ n: number }>(
        sql`select count(*)::int as n from provider_event where state = 'new'`,
      )
    )?.n;
});

describe('the watch', () => {
  test('finds nothing where every webhook has come', async () => {
    await isThere(await desk.write(person, 'All well'));
    const { workflowId, result } = await watch();
    expect(result).toBe('none');
    await recordHistory(desk.engine.client, workflowId, 'openphone-watch-none');
    expect((await health()).watchedAt).not.toBeNull();
  });

  test('brings in what no webhook told, by itself', async () => {
    await desk.faults({ loseCallbacks: 1 });
    const text = await desk.write(person, 'Nobody tells you this');
    const stop = await desk.write('+16175550199', 'STOP');
    expect(await message(text)).toEqual([]);
    const { workflowId, result } = await watch();
    expect(result).toBe('gap');
    expect(await message(text)).toEqual([{ body: 'Nobody tells you this', direction: 'in' }]);
    expect(await message(stop)).toHaveLength(1);
    await recordHistory(desk.engine.client, workflowId, 'openphone-watch-gap');
    expect((await health()).gap).toMatchObject({ state: 'complete', written: 2 });
    expect((await watch()).result).toBe('none');
    person = '+16175550199';
    expect(await blocked()).toContain('sms');
  }, 60_000);

  test('looks at nothing while the account is paused', async () => {
    const set = (state: string) =>
      run(
        desk.database.fork(),
        sql`update provider_account set state = ${state} where id = ${desk.accountId}`,
      );
    await set('paused');
    const { workflowId, result } = await watch();
    expect(result).toBe('idle');
    await recordHistory(desk.engine.client, workflowId, 'openphone-watch-idle');
    const nightly = await night();
    expect(nightly.result).toBeNull();
    await recordHistory(desk.engine.client, nightly.workflowId, 'openphone-night-idle');
    await set('active');
  });
});

describe('the night', () => {
  const alerts = () =>
    desk.read<{ detail: object; open: boolean }>(
      sql`select detail, closed_at is null as open from alert where workspace_id = ${desk.workspaceId} and kind = 'sync-drift' order by opened_at`,
    );

  test('has nothing to write after a day of webhooks', async () => {
    await isThere(await desk.write(person, 'A day like any other'));
    await settled();
    const { workflowId, result } = await night();
    expect(result).toBe(0);
    await recordHistory(desk.engine.client, workflowId, 'openphone-night-whole');
  }, 60_000);

  test('writes what went missing here, says how much, and takes its alert back when a night is whole', async () => {
    const ids = [await desk.write(person, 'One'), await desk.write(person, 'Two')];
    for (const id of ids) await isThere(id);
    // The other family tells of them too.
    await settled();
    await run(desk.database.fork(), sql`delete from interaction where provider_id = any(${ids})`);
    const { workflowId, result } = await night();
    expect(result).toBe(2);
    for (const id of ids) expect(await message(id)).toHaveLength(1);
    await recordHistory(desk.engine.client, workflowId, 'openphone-night-drift');
    expect((await health()).night).toMatchObject({ state: 'complete', written: 2 });
    expect((await alerts()).at(-1)).toEqual({ detail: { written: 2 }, open: true });
    expect((await night()).result).toBe(0);
    expect((await alerts()).at(-1)).toMatchObject({ open: false });
  }, 60_000);

  const settled = () =>
    until(async () => {
      const rest = await desk.one<{ n: number }>(
        sql`select count(*)::int as n from provider_event where state = 'new'`,
      );
      return rest?.n === 0;
    });
});
