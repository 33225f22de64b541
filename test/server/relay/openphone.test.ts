import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { knownConversation } from '#db/history/known-conversation.ts';
import { writeMessages } from '#db/history/write-messages.ts';
import { writeNumbers } from '#db/history/write-numbers.ts';
import { rows, run, sql } from '#db/sql.ts';
import type { PastMessage } from '#domain/history/exchange.ts';
import { readWebhook } from '#domain/openphone/webhook.ts';
import { addPerson, type Person } from '#test/db/events/office.ts';
import { openQuoOffice, type QuoOffice } from '#test/db/events/quo-office.ts';
import { addWalk } from '#test/db/events/walk.ts';
import { dated, legacy, text3, text4 } from '#test/domain/openphone/bodies.ts';
import { addressOf, sceneOf } from './scene.ts';

let office: QuoOffice;
let scene: ReturnType<typeof sceneOf>;
let ruth: Person;
let last = 2000;

beforeAll(async () => {
  office = await openQuoOffice();
  scene = sceneOf(office);
});
afterAll(() => office.close());
beforeEach(async () => {
  last += 1;
  ruth = await addPerson(office, `+1603555${last}`);
  await run(office.database.fork(), sql`delete from outbox`);
});

type Change = Record<string, unknown>;
const id = (kind = 'AC') => `${kind}${last}`;
const ours = '+16035550102';
const now = () => new Date().toISOString();

/** A text to the desk, of both families; ids of messages are those of the test unless they are changed. */
const v4 = (text: string, change: Change = {}) =>
  legacy(
    'message.received',
    text4({ id: id(), text, from: ruth.value, to: ours, createdAt: now(), ...change }),
  );
const v3 = (body: string, change: Change = {}) =>
  legacy(
    'message.received',
    text3({
      id: id(),
      body,
      from: ruth.value,
      to: ours,
      conversationId: id('CN'),
      createdAt: now(),
      ...change,
    }),
    'v3',
  );
const newest = (text: string, change: Change = {}, to = [ours]) =>
  dated(
    'message.received',
    {
      id: id(),
      direction: 'incoming',
      status: 'received',
      text,
      media: [],
      createdAt: now(),
      ...change,
    },
    { conversationId: id('CN'), senderIdentifier: ruth.value, recipientIdentifiers: to },
  );
const byDated = { family: 'dated' } as const;

const messages = () =>
  scene.read<{
    direction: string;
    body: string;
    state: string;
    detail: Record<string, unknown>;
    at: Date;
  }>(
    sql`select direction, body, state, detail, at, contact_id, sender_id from interaction where provider_id = ${id()}`,
  );
const conversation = () =>
  scene.one<{ preview: string; needs_reply: boolean; last_direction: string }>(
    sql`select preview, needs_reply, last_direction from conversation where contact_id = ${ruth.contactId}`,
  );
const event = () =>
  scene.one<{ state: string; reason: string | null }>(
    sql`select state, reason from provider_event order by id desc limit 1`,
  );
const confirmations = () =>
  scene.read(
    sql`select body from send where address_id = ${ruth.addressId} and purpose in ('confirmation', 'service')`,
  );
const ending = async (membershipId: string) =>
  (
    await scene.one<{ ending: string | null }>(
      sql`select ending from membership where id = ${membershipId}`,
    )
  )?.ending;

/** The same message as an import would write it. */
async function importIt(body: string): Promise<{ written: number; changed: number }> {
  const { said } = readWebhook(body);
  const { message } = said as { message: PastMessage };
  const { workspaceId, quo } = office;
  return office.database.transaction(async (em) => {
    const found = await knownConversation(em, {
      workspaceId,
      accountId: quo.accountId,
      externalId: id('CN'),
      numberId: quo.numberId,
      participants: [message.from],
    });
    const page = {
      workspaceId,
      accountId: quo.accountId,
      conversation: found!,
      messages: [message],
    };
    return writeMessages(em, { ...page, origin: 'history' });
  });
}

describe('a text to the desk', () => {
  test.each([
    ['v3', () => v3('Is Friday free?'), {}],
    ['v4', () => v4('Is Friday free?'), {}],
    ['2026-03-30', () => newest('Is Friday free?'), byDated],
  ])('of %s is in the conversation of its contact and wants an answer', async (_, body, posted) => {
    await scene.postQuo(body(), posted);
    await scene.applyAll();
    expect(await messages()).toMatchObject([
      { body: 'Is Friday free?', contact_id: ruth.contactId, sender_id: office.quo.senderId },
    ]);
    expect(await conversation()).toMatchObject({ preview: 'Is Friday free?', needs_reply: true });
    expect(await addressOf(office, ruth.value)).toMatchObject({ sender_id: office.quo.senderId });
  });

  test('ends every open walk of the person', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await scene.postQuo(v4('Yes please'));
    await scene.applyAll();
    expect(await ending(membershipId)).toBe('replied');
  });

  test('that both families tell is one message, and one answer to HELP', async () => {
    await scene.postQuo(v4('HELP'));
    await scene.postQuo(newest('HELP'), byDated);
    await scene.applyAll();
    expect(await messages()).toHaveLength(1);
    expect(await confirmations()).toHaveLength(1);
  });

  test('gets its pictures from the family that knows them, once', async () => {
    const media = [{ url: 'https://files.example/roof.png', type: 'image/png' }];
    await scene.postQuo(v4(''));
    await scene.postQuo(newest('', { media }), byDated);
    await scene.applyAll();
    await scene.postQuo(v3('', { media, conversationId: id('CN') }));
    await scene.applyAll();
    const files = await scene.read(
      sql`select a.source_url from attachment a join interaction i on i.id = a.interaction_id where i.provider_id = ${id()}`,
    );
    expect(files).toEqual([{ source_url: 'https://files.example/roof.png' }]);
    expect((await scene.outbox()).filter(({ kind }) => kind === 'attachment.fetch')).toHaveLength(
      1,
    );
  });

  test('leaves an import nothing to write and nothing to change', async () => {
    const body = v4('Is Friday free?');
    await scene.postQuo(body);
    await scene.applyAll();
    expect(await importIt(body)).toEqual({ written: 0, changed: 0 });
  });

  test('with STOP suppresses, ends the walk as an opt-out and is confirmed once, by both families', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await scene.postQuo(v4('STOP'));
    await scene.postQuo(newest('STOP'), byDated);
    await scene.applyAll();
    expect((await addressOf(office, ruth.value))?.blocked).toContain('sms');
    expect(await ending(membershipId)).toBe('opted-out');
    expect(await confirmations()).toHaveLength(1);
  });

  test('from a clock that runs ahead counts as of its arrival', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await scene.postQuo(v4('Early', { createdAt: ahead }));
    await scene.applyAll();
    expect((await messages())[0]!.at.getTime()).toBeLessThan(Date.now() + 60_000);
  });

  test('from something that is no number is kept as well', async () => {
    await scene.postQuo(v4('Your code is 1234', { from: '72975' }));
    await scene.applyAll();
    expect(await messages()).toMatchObject([{ body: 'Your code is 1234', direction: 'in' }]);
    expect(await event()).toMatchObject({ state: 'applied' });
  });

  test('to a number that nobody has told us of waits, and is then a dead letter', async () => {
    await scene.postQuo(v4('Hello', { phoneNumberId: 'PN9', to: '+16035550199' }));
    await scene.applyAll();
    expect(await event()).toEqual({ state: 'new', reason: 'unknown-number' });
    await run(
      office.database.fork(),
      sql`update provider_event set received_at = now() - interval '16 minutes', next_at = now(), attempts = 9 where state = 'new'`,
    );
    await scene.applyAll();
    expect(await event()).toEqual({ state: 'dead', reason: 'unknown-number' });
  });

  test('to a number that was added since has the account looked at, and is there once it is known', async () => {
    await scene.postQuo(v4('Hello', { phoneNumberId: 'PN9', to: '+16035550199' }));
    await scene.applyAll();
    const { accountId } = office.quo;
    const looks = async () =>
      (await scene.outbox()).filter(
        ({ kind, key }) => kind === 'account.check' && key === accountId,
      );
    expect(await looks()).toEqual([]);
    const act = (statement: ReturnType<typeof sql>) => run(office.database.fork(), statement);
    await act(sql`update provider_event set next_at = now(), attempts = 5 where state = 'new'`);
    await scene.applyAll();
    expect(await looks()).toHaveLength(1);
    await act(
      sql`update provider_event set state = 'dead', reason = 'unknown-number' where state = 'new'`,
    );
    const known = await rows<{ providerId: string; value: string; name: string }>(
      office.database.fork(),
      sql`select external_id as "providerId", value, name from provider_number where provider_account_id = ${accountId}`,
    );
    const write = (numbers: typeof known) =>
      office.database.transaction((em) =>
        writeNumbers(em, { workspaceId: office.workspaceId, accountId, numbers }),
      );
    await write(known);
    expect(await event()).toEqual({ state: 'dead', reason: 'unknown-number' });
    await write([...known, { providerId: 'PN9', value: '+16035550199', name: 'New' }]);
    await scene.applyAll();
    expect(await event()).toMatchObject({ state: 'applied' });
    expect(await messages()).toMatchObject([{ body: 'Hello', direction: 'in' }]);
  });
});

test('numbers that nobody knows have the account looked at once in a quarter of an hour', async () => {
  const quarter = sql`to_timestamp(floor(extract(epoch from now()) / 900) * 900)`;
  const hear = async (name: string, receivedAt: ReturnType<typeof sql>) => {
    await scene.postQuo(v4('Hello', { id: id(name), phoneNumberId: 'PN8', to: '+16035550198' }));
    await run(
      office.database.fork(),
      sql`update provider_event set next_at = now(), attempts = 5, received_at = ${receivedAt} where state = 'new'`,
    );
    await scene.applyAll();
    await run(
      office.database.fork(),
      sql`update provider_event set state = 'dead' where state = 'new'`,
    );
  };
  const looks = async () =>
    new Set(
      (await scene.outbox())
        .filter(({ kind }) => kind === 'account.check')
        .map(({ payload }) => payload['orderId']),
    );
  await hear('first', sql`${quarter}`);
  await hear('second', sql`${quarter} + interval '1 second'`);
  expect((await looks()).size).toBe(1);
  await hear('before', sql`${quarter} - interval '1 second'`);
  expect((await looks()).size).toBe(2);
});

describe('a text that an import brought before its webhook', () => {
  test('is heeded when the webhook comes: the walk that it answers ends', async () => {
    const { membershipId } = await addWalk(office, ruth);
    const body = v4('Yes, call me', { createdAt: new Date(Date.now() + 1000).toISOString() });
    expect(await importIt(body)).toEqual({ written: 1, changed: 0 });
    expect(await ending(membershipId)).toBeNull();
    await scene.postQuo(body);
    await scene.applyAll();
    expect(await messages()).toHaveLength(1);
    expect(await ending(membershipId)).toBe('replied');
  });

  test('ends no walk that began after it was written', async () => {
    const body = v4('Old news', { createdAt: new Date(Date.now() - 3_600_000).toISOString() });
    await importIt(body);
    const { membershipId } = await addWalk(office, ruth);
    await scene.postQuo(body);
    await scene.applyAll();
    expect(await ending(membershipId)).toBeNull();
  });
});

describe('a group', () => {
  const other = '+16035550191';

  test('is kept whole, with all whom it went to', async () => {
    await scene.postQuo(newest('See you both', {}, [ours, other]), byDated);
    await scene.applyAll();
    expect(await messages()).toMatchObject([
      { body: 'See you both', detail: { from: ruth.value, to: [ours, other] } },
    ]);
    const there = await scene.one<{ participants: string[] }>(
      sql`select participants from provider_conversation where external_id = ${id('CN')}`,
    );
    expect(there?.participants).toEqual([ruth.value, other].toSorted());
  });

  test('that is known is known by its id, also where v3 names only us', async () => {
    await scene.postQuo(newest('First', {}, [ours, other]), byDated);
    await scene.applyAll();
    const first = id();
    await scene.postQuo(v3('Second', { id: `${first}b` }));
    await scene.applyAll();
    const threads = await scene.read(
      sql`select distinct conversation_id from interaction where provider_id in (${first}, ${`${first}b`})`,
    );
    expect(threads).toHaveLength(1);
  });

  test('ends the walk of whoever answers in it', async () => {
    const { membershipId } = await addWalk(office, ruth);
    await scene.postQuo(newest('Yes', {}, [ours, other]), byDated);
    await scene.applyAll();
    expect(await ending(membershipId)).toBe('replied');
  });
});

test('what changes in the book of the provider is applied and changes nothing', async () => {
  await scene.postQuo(legacy('contact.deleted', { id: id('CT') }, 'v4', id('EV')));
  await scene.applyAll();
  expect(await event()).toEqual({ state: 'applied', reason: null });
});
