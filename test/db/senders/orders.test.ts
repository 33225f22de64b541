import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decryptCredentials } from '#db/credentials.ts';
import { addAccount, orderCheck, rotateToken } from '#db/senders/accounts.ts';
import { senderList } from '#db/senders/list.ts';
import { addSender, pauseSender, resumeSender, setRotation } from '#db/senders/orders.ts';
import { recordCheck } from '#db/senders/record-check.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(() => run(world.database.fork(), sql`delete from outbox`));

const by = () => ({
  workspaceId: world.alder.workspaceId,
  userId: world.alder.maren.id,
  orderId: v7(),
});
const first = () => ({ ...by(), senderId: world.alder.senders[0]!.id });
const outbox = () =>
  rows<{ kind: string; key: string }>(world.database.fork(), sql`select kind, key from outbox`);
const read = <T>(statement: ReturnType<typeof sql>) =>
  firstRow<T>(world.database.fork(), statement as never);
const settings = {
  name: 'New',
  ratePerSecond: 1,
  dailyCap: 10,
  priority: 5,
  confirms: 'us',
} as const;

describe('a number', () => {
  test('that goes on wakes every running campaign and each answer that waits, and closes its alert', async () => {
    const { campaignId, workspaceId, contacts } = world.alder;
    await run(
      world.database.fork(),
      sql`update campaign set state = 'running' where id = ${campaignId}`,
    );
    const waiting = v7();
    await run(
      world.database.fork(),
      sql`insert into send (id, workspace_id, intent_key, purpose, channel, state, address_id)
        values (${waiting}, ${workspaceId}, 'reply:x', 'conversation', 'sms', 'parked', ${contacts[0]!.addressId})`,
    );
    const order = first();
    await run(
      world.database.fork(),
      sql`insert into alert (workspace_id, kind, subject_type, subject_id) values (${workspaceId}, 'sender-paused', 'sender', ${order.senderId})`,
    );
    await world.database.transaction((em) => pauseSender(em, order, 'registration pending'));
    expect(await outbox()).toEqual([]);
    const paused = (await senderList(world.database.fork(), workspaceId)).find(
      ({ id }) => id === order.senderId,
    );
    expect(paused).toMatchObject({ state: 'paused', pausedReason: 'registration pending' });

    await world.database.transaction((em) => resumeSender(em, { ...order, orderId: v7() }));
    expect(await outbox()).toEqual([
      { kind: 'campaign.wake', key: campaignId },
      { kind: 'send.wake', key: waiting },
    ]);
    const open = await read(
      sql`select 1 from alert where subject_id = ${order.senderId} and closed_at is null`,
    );
    expect(open).toBeUndefined();
  });

  test('out of rotation wakes nobody; back in it does', async () => {
    await world.database.transaction((em) => setRotation(em, first(), false));
    expect(await outbox()).toEqual([]);
    await world.database.transaction((em) => setRotation(em, first(), true));
    expect((await outbox()).map(({ kind }) => kind)).toContain('campaign.wake');
  });

  test('is added once, with the place of its area code; the same again is refused', async () => {
    const order = by();
    const number = '+16035550188' as PhoneNumber;
    const add = (from = order) =>
      world.database.transaction((em) =>
        addSender(em, from, { ...settings, number, accountId: world.alder.accountId }),
      );
    expect([await add(), await add(), await add(by())]).toEqual(['done', 'done', 'taken']);
    const made = (await senderList(world.database.fork(), order.workspaceId)).find(
      ({ value }) => value === number,
    );
    expect(made).toMatchObject({ id: order.orderId, region: 'NH', areaCode: '603', country: 'US' });
  });

  test('never belongs to the account of another workspace', async () => {
    const number = '+16035550187' as PhoneNumber;
    const outcome = await world.database.transaction((em) =>
      addSender(em, by(), { ...settings, number, accountId: world.clinique.accountId }),
    );
    expect(outcome).toBe('no-account');
  });

  test('of another workspace is not there', async () => {
    const theirs = { ...by(), senderId: world.clinique.senders[0]!.id };
    expect(await world.database.transaction((em) => resumeSender(em, theirs))).toBe('not-found');
  });
});

describe('an account', () => {
  const account = (sid: string) => ({
    provider: 'twilio' as const,
    name: 'Second',
    externalId: sid,
    credentials: { authToken: 'a token of sixteen letters' },
    key: `k-${sid}`,
    secret: appSecret,
  });

  test('takes the kind of its workspace, and its token opens with our secret alone', async () => {
    const order = by();
    const add = (from = order) =>
      world.database.transaction((em) => addAccount(em, from, account('AC1')));
    expect([await add(), await add(), await add(by())]).toEqual(['done', 'done', 'taken']);
    await world.database.transaction((em) =>
      rotateToken(
        em,
        { ...by(), accountId: order.orderId },
        { authToken: 'another token', secret: appSecret },
      ),
    );
    const row = await read<{ mode: string; credentials: Buffer }>(
      sql`select mode, credentials from provider_account where id = ${order.orderId}`,
    );
    expect(row?.mode).toBe('sandbox');
    expect(row?.credentials.toString('latin1')).not.toContain('another');
    expect(decryptCredentials(appSecret, order.orderId, row!.credentials).authToken).toBe(
      'another token',
    );
  });

  test('is looked at once by one order', async () => {
    const order = { ...by(), accountId: world.alder.accountId };
    await world.database.transaction((em) => orderCheck(em, order));
    await world.database.transaction((em) => orderCheck(em, order));
    expect(await outbox()).toEqual([{ kind: 'account.check', key: world.alder.accountId }]);
    const theirs = { ...by(), accountId: world.clinique.accountId };
    expect(await world.database.transaction((em) => orderCheck(em, theirs))).toBe('not-found');
  });

  test.each([
    ['20003', 'refused', 0],
    ['ECONNREFUSED', 'refused', 0],
    ['ok', 'active', 1],
    ['ECONNREFUSED', 'active', 0],
    ['ok', 'active', 0],
  ])(
    'after %s is %s, and wakes whoever waited only when it is well again',
    async (result, state, woken) => {
      const { accountId, campaignId } = world.alder;
      await run(
        world.database.fork(),
        sql`update campaign set state = 'running' where id = ${campaignId}`,
      );
      await world.database.transaction((em) =>
        recordCheck(em, { accountId, orderId: v7(), result }),
      );
      const row = await read<{ state: string }>(
        sql`select state from provider_account where id = ${accountId}`,
      );
      expect(row?.state).toBe(state);
      const wakes = (await outbox()).filter(({ kind }) => kind === 'campaign.wake');
      expect(wakes).toHaveLength(woken);
    },
  );
});
