import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstRow, run, sql } from '#db/sql.ts';
import { addPerson, type Person } from '#test/db/events/office.ts';
import { openQuoOffice, type QuoOffice } from '#test/db/events/quo-office.ts';
import { call4, callDated, dated, legacy, text4 } from '#test/domain/openphone/bodies.ts';
import { sceneOf } from './scene.ts';

let office: QuoOffice;
let scene: ReturnType<typeof sceneOf>;
let ruth: Person;
let last = 3000;
let events = 0;

beforeAll(async () => {
  office = await openQuoOffice();
  scene = sceneOf(office);
});
afterAll(() => office.close());
beforeEach(async () => {
  last += 1;
  ruth = await addPerson(office, `+1603555${last}`);
  await run(office.database.fork(), sql`delete from outbox`);
  await run(office.database.fork(), sql`delete from provider_event`);
});

type Change = Record<string, unknown>;
const id = () => `AC${last}`;
const ours = '+16035550102';
const byDated = { family: 'dated' } as const;

const told = (type: string, object: Change) => legacy(type, object, 'v4', `EV${(events += 1)}`);
const call = (type: string, change: Change = {}) =>
  told(type, call4({ id: id(), participants: [ruth.value, ours], ...change }));
const ringing = () =>
  call('call.ringing', { answeredAt: null, answeredBy: null, completedAt: null, duration: 0 });
const missed = { status: 'no-answer', answeredAt: null, answeredBy: null, duration: 0 };
const summary = () =>
  told('call.summary.completed', {
    callId: id(),
    status: 'completed',
    summary: ['They asked for a date.'],
    nextSteps: [],
  });
const sent = (type: string, change: Change = {}) =>
  told(
    type,
    text4({
      id: id(),
      direction: 'outgoing',
      from: ours,
      to: ruth.value,
      text: 'By hand',
      ...change,
    }),
  );

const record = () =>
  scene.one<{ status: string; summary: { lines: string[] } | null; duration_s: number }>(
    sql`select r.status, r.duration_s, r.summary, i.kind, i.direction, i.contact_id from call_record r
    join interaction i on i.id = r.interaction_id where r.provider_id = ${id()}`,
  );
const states = () =>
  scene.read<{ state: string; reason: string | null }>(
    sql`select state, reason from provider_event order by id`,
  );
const conversation = () =>
  scene.one<{ needs_reply: boolean; missed_at: Date | null }>(
    sql`select needs_reply, missed_at from conversation where contact_id = ${ruth.contactId}`,
  );
const message = () =>
  scene.read<{ state: string; body: string; send_id: string | null }>(
    sql`select state, body, send_id, direction from interaction where provider_id = ${id()}`,
  );

describe('a call', () => {
  test('that rings, is taken and ends is one call of its contact', async () => {
    for (const body of [ringing(), call('call.completed')]) await scene.postQuo(body);
    await scene.applyAll();
    expect(await record()).toMatchObject({
      status: 'completed',
      duration_s: 60,
      kind: 'call',
      direction: 'in',
      contact_id: ruth.contactId,
    });
  });

  test('whose ringing is told last has ended all the same', async () => {
    for (const body of [call('call.completed'), ringing()]) await scene.postQuo(body);
    await scene.applyAll();
    expect(await record()).toMatchObject({ status: 'completed' });
  });

  test('that both families tell is one', async () => {
    await scene.postQuo(call('call.completed'));
    const [resource] = callDated({ id: id() });
    const participants = { external: [ruth.value], workspace: [ours], resolution: 'available' };
    await scene.postQuo(
      dated('call.completed', resource, { conversationId: id(), participants }),
      byDated,
    );
    await scene.applyAll();
    const found = await scene.read(sql`select from interaction where provider_id = ${id()}`);
    expect(found).toHaveLength(1);
    expect(await states()).toEqual([
      { state: 'applied', reason: null },
      { state: 'applied', reason: null },
    ]);
  });

  test('that nobody took is a missed one until somebody writes back', async () => {
    const early = new Date(Date.now() - 60_000).toISOString();
    await scene.postQuo(call('call.completed', { ...missed, createdAt: early }));
    await scene.applyAll();
    expect((await conversation())?.missed_at).not.toBeNull();
    await scene.postQuo(
      sent('message.delivered', { id: `${id()}b`, createdAt: new Date().toISOString() }),
    );
    await scene.applyAll();
    expect((await conversation())?.missed_at).toBeNull();
  });

  test('that nobody took may have a voicemail: the provider is asked', async () => {
    await scene.postQuo(call('call.completed', missed));
    await scene.applyAll();
    expect(await states()).toMatchObject([{ state: 'applied' }]);
    expect(await scene.outbox()).toMatchObject([{ kind: 'openphone.fetch' }]);
  });

  test('without participants is asked for once, and waits', async () => {
    await scene.postQuo(call('call.completed', { participants: [] }));
    await scene.applyAll();
    await again();
    expect(await record()).toBeUndefined();
    expect(await states()).toEqual([{ state: 'new', reason: 'no-participants' }]);
    expect((await scene.outbox()).map(({ kind }) => kind)).toEqual(['openphone.fetch']);
  });

  test('without participants waits for nobody where another webhook has told of it', async () => {
    await scene.postQuo(ringing());
    await scene.applyAll();
    await scene.postQuo(call('call.completed', { participants: [] }));
    await scene.applyAll();
    expect(await states()).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
    expect((await scene.outbox()).map(({ kind }) => kind)).toEqual(['openphone.fetch']);
  });
});

describe('what belongs to a call', () => {
  test('and comes before it waits for it', async () => {
    await scene.postQuo(summary());
    await scene.applyAll();
    expect(await states()).toEqual([{ state: 'new', reason: 'unknown-call' }]);
    await scene.postQuo(call('call.completed'));
    await scene.applyAll();
    await again();
    expect(await record()).toMatchObject({ summary: { lines: ['They asked for a date.'] } });
    expect(await states()).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
  });

  test('whose call never comes is asked for after some tries', async () => {
    await scene.postQuo(summary());
    for (let tries = 0; tries < 5; tries += 1) await again();
    expect(await scene.outbox()).toEqual([]);
    await again();
    expect((await scene.outbox()).map(({ kind }) => kind)).toEqual(['openphone.fetch']);
  });
});

describe("a message that was written in the provider's app", () => {
  test('is in its conversation, belongs to no send and answers the person', async () => {
    await scene.postQuo(sent('message.delivered'));
    await scene.applyAll();
    expect(await message()).toMatchObject([
      { body: 'By hand', direction: 'out', state: 'delivered', send_id: null },
    ]);
    expect(await conversation()).toMatchObject({ needs_reply: false });
  });

  test('waits while a send to the same person is in the air, and is then that send', async () => {
    const sendId = await addSendHere('sending', null);
    await scene.postQuo(sent('message.delivered'));
    await scene.applyAll();
    expect(await states()).toEqual([{ state: 'new', reason: 'send-under-way' }]);
    await run(
      office.database.fork(),
      sql`update send set state = 'accepted', provider_id = ${id()} where id = ${sendId}`,
    );
    await again();
    expect(await stateOf(sendId)).toBe('delivered');
    expect(await message()).toEqual([]);
  });
});

describe('the state of a message of ours', () => {
  test.each([
    ['message.delivered', 'delivered', null],
    ['message.undelivered', 'undelivered', '30003'],
    ['message.failed', 'undelivered', '30003'],
  ])('%s of the dated family moves its send', async (type, state, error) => {
    const sendId = await addSendHere('accepted', id());
    const resource = {
      id: id(),
      direction: 'outgoing',
      text: 'Hello',
      errorCode: error,
      createdAt: new Date().toISOString(),
    };
    await scene.postQuo(
      dated(type, resource, { senderIdentifier: ours, recipientIdentifiers: [ruth.value] }),
      byDated,
    );
    await scene.applyAll();
    expect(await stateOf(sendId)).toBe(state);
  });
});

/** What was put off is due at once. */
async function again(): Promise<void> {
  await run(
    office.database.fork(),
    sql`update provider_event set next_at = now() where state = 'new'`,
  );
  for (const kind of ['call', 'status'] as const) await scene.applyOnce(kind);
}

const stateOf = async (sendId: string) =>
  (await scene.one<{ state: string }>(sql`select state from send where id = ${sendId}`))?.state;

async function addSendHere(state: string, providerId: string | null): Promise<string> {
  const row = await firstRow<{ id: string }>(
    office.database.fork(),
    sql`insert into send (workspace_id, intent_key, purpose, channel, state, contact_id, address_id, sender_id,
      provider_account_id, provider_id, body, decided_at)
    values (${office.workspaceId}, ${crypto.randomUUID()}, 'conversation', 'sms', ${state}, ${ruth.contactId},
      ${ruth.addressId}, ${office.quo.senderId}, ${office.quo.accountId}, ${providerId}, 'Hello', now()) returning id`,
  );
  return row!.id;
}
