import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { createAccountActivities } from '#activities/accounts.ts';
import {
  decryptCredentials,
  encryptCredentials,
  type OpenPhoneCredentials,
} from '#db/credentials.ts';
import { addOpenPhone, rotateKey } from '#db/senders/openphone-account.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import {
  apiKey,
  connectOpenPhone,
  storeOpenPhone,
  type ConnectedOpenPhone,
} from '#test/support/openphone.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';
import { appSecret } from '#test/support/world.ts';

let w: SendingWorld;
let quo: ConnectedOpenPhone;
beforeAll(async () => {
  w = await openSendingWorld();
  quo = await connectOpenPhone(w);
});
afterAll(() => w.end());
beforeEach(() => run(w.database.fork(), sql`delete from outbox`));

const order = () => ({
  workspaceId: w.alder.workspaceId,
  userId: w.alder.maren.id,
  orderId: v7(),
  accountId: quo.accountId,
});
const account = () => rowOf(w, 'provider_account', quo.accountId);
const credentials = async () =>
  decryptCredentials<OpenPhoneCredentials>(
    appSecret,
    quo.accountId,
    (await account())['credentials'] as Buffer,
  );
const webhooks = async () => {
  const answer = await fetch(`${w.sandbox.url}/v1/webhooks`, {
    headers: { Authorization: apiKey },
  });
  return ((await answer.json()) as { data: { url: string; key: string; events: string[] }[] }).data;
};
const outbox = () =>
  rows(w.database.fork(), sql`select kind, key from outbox where kind = 'account.check'`);
const rotate = (to: string, given = order()) =>
  w.database.transaction((em) =>
    rotateKey(em, given, { apiKey: to, webhookSecret: null, secret: appSecret }),
  );

describe('an account of OpenPhone that is looked at', () => {
  test('brings its numbers, with the usual rate and cap', async () => {
    const numbers = await rows(
      w.database.fork(),
      sql`select rate_per_second, daily_cap, confirms, count(*)::int from sender
      where provider_account_id = ${quo.accountId} group by 1, 2, 3`,
    );
    expect(numbers).toEqual([{ rate_per_second: 1, daily_cap: 1000, confirms: 'us', count: 16 }]);
    expect(await account()).toMatchObject({ state: 'active', check_result: 'ok' });
  });

  test('has its webhooks made, whose keys open what they sign', async () => {
    const made = await webhooks();
    const url = `${w.world.publicUrl}/webhooks/openphone/quo-1`;
    expect(made.map((webhook) => webhook.url)).toEqual(Array.from({ length: 4 }, () => url));
    expect(made.flatMap(({ events }) => events).toSorted()).toEqual([
      'call.completed',
      'call.recording.completed',
      'call.ringing',
      'call.summary.completed',
      'call.transcript.completed',
      'message.delivered',
      'message.received',
    ]);
    expect((await credentials()).signingKeys.toSorted()).toEqual(
      made.map(({ key }) => key).toSorted(),
    );
    expect(await account()).toMatchObject({
      webhook_kinds: ['messages', 'calls', 'call-summaries', 'call-transcripts'],
      webhook_problem: null,
    });
  });

  test('twice, or after a crash before the keys were kept, has none made twice', async () => {
    const sealed = encryptCredentials(appSecret, quo.accountId, {
      apiKey,
      signingKeys: [],
      datedSecrets: [],
    });
    await run(
      w.database.fork(),
      sql`update provider_account set credentials = ${sealed} where id = ${quo.accountId}`,
    );
    expect(await quo.check()).toBe('ok');
    expect(await webhooks()).toHaveLength(4);
    expect((await credentials()).signingKeys).toHaveLength(4);
  });

  test('and cannot be reached from outside in a live workspace, says so and goes on', async () => {
    const live = await openSendingWorld('http://192.168.1.7:3000');
    const connected = await connectOpenPhone(live);
    await run(
      live.database.fork(),
      sql`alter table provider_account disable trigger account_mode_fits`,
    );
    await run(
      live.database.fork(),
      sql`update provider_account set mode = 'live' where id = ${connected.accountId}`,
    );
    // The real provider is nobody's to call in a test: what was asked is the double's answer.
    const asked = { ok: true as const, numbers: [] };
    const provider = { check: async () => asked, send: refuse, list: refuse };
    const { checkAccount } = createAccountActivities({
      ...live.world,
      provider: async () => provider,
    });
    const looked = { accountId: connected.accountId, orderId: v7() };
    expect(await checkAccount(looked)).toBe('other-workspace');
    asked.numbers.push({
      providerId: connected.number.id,
      value: connected.number.value,
      name: '',
    } as never);
    expect(await checkAccount(looked)).toBe('ok');
    expect(await rowOf(live, 'provider_account', connected.accountId)).toMatchObject({
      state: 'active',
      webhook_kinds: [],
      webhook_problem: 'address-not-public',
    });
    await live.end();
  });
});

describe('a key', () => {
  test('is the account: a second one with it is refused, and a double click is one look', async () => {
    const add = (orderId: string) =>
      w.database.transaction((em) =>
        addOpenPhone(
          em,
          { workspaceId: w.alder.workspaceId, userId: w.alder.maren.id, orderId },
          {
            name: 'Quo 2',
            apiKey: 'another-key-of-theirs',
            webhookSecret: 'whsec_QUJD',
            key: `k-${orderId}`,
            secret: appSecret,
          },
        ),
      );
    const first = v7();
    expect([await add(first), await add(first), await add(v7())]).toEqual([
      'done',
      'done',
      'taken',
    ]);
    expect(await outbox()).toEqual([{ kind: 'account.check', key: first }]);
    const made = await rowOf(w, 'provider_account', first);
    expect(String(made['external_id'])).not.toContain('another');
    const opened = decryptCredentials<OpenPhoneCredentials>(
      appSecret,
      first,
      made['credentials'] as Buffer,
    );
    expect(opened).toMatchObject({ signingKeys: [], datedSecrets: ['whsec_QUJD'] });
    expect(await rotate('another-key-of-theirs')).toBe('taken');
  });

  test('that is withdrawn rests the account', async () => {
    await rotate('a-key-that-was-withdrawn');
    expect(await quo.check()).toBe('401');
    expect(await account()).toMatchObject({ state: 'refused', check_result: '401' });
  });

  test('of another workspace is refused, and nothing is sent by it', async () => {
    await storeOpenPhone(w.sandbox.url, { id: 'other', key: 'a-key-of-another-firm', seed: 8 });
    await rotate('a-key-of-another-firm');
    expect(await quo.check()).toBe('other-workspace');
    expect(await account()).toMatchObject({ state: 'refused', check_result: 'other-workspace' });
    const theirs = await fetch(`${w.sandbox.url}/v1/webhooks`, {
      headers: { Authorization: 'a-key-of-another-firm' },
    });
    expect(await theirs.json()).toMatchObject({ data: [] });
  });

  test('that is right again keeps the secrets of the webhooks, and opens the line', async () => {
    const before = await credentials();
    const given = order();
    expect([await rotate(apiKey, given), await rotate(apiKey, given)]).toEqual(['done', 'done']);
    expect(await outbox()).toEqual([{ kind: 'account.check', key: quo.accountId }]);
    expect(await account()).toMatchObject({ state: 'refused' });
    expect(await quo.check()).toBe('ok');
    expect(await account()).toMatchObject({ state: 'active' });
    expect(await credentials()).toEqual({ ...before, apiKey });
    expect(before.signingKeys).toHaveLength(4);
  });

  test('of an account of another firm of ours is not found', async () => {
    const theirs = { ...order(), workspaceId: w.clinique.workspaceId };
    expect(await rotate(apiKey, theirs)).toBe('not-found');
    const found = await firstRow(
      w.database.fork(),
      sql`select 1 as one from "order" where id = ${theirs.orderId}`,
    );
    expect(found).toBeUndefined();
  });
});

const refuse = () => Promise.reject(new Error('Nobody sends here.'));
