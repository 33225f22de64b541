import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addNote } from '#db/inbox/note.ts';
import { sendReply, type NewReply } from '#db/inbox/reply.ts';
import { retryMessage } from '#db/inbox/retry.ts';
import { setInteractionState } from '#db/conversations.ts';
import { sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { deskAt, type TestDesk } from './desk.ts';

let world: TestWorld;
let desk: TestDesk;
beforeAll(async () => {
  world = await openWorld();
  desk = deskAt(world, world.alder);
});
afterAll(() => world.end());

const reply = (name: string, change: Partial<NewReply> = {}) =>
  world.database.transaction((em) =>
    sendReply(em, {
      ...desk.order(desk.conversationWith(name), world.alder.dana.id),
      body: 'Monday at nine?',
      addressId: null,
      senderId: null,
      seenId: null,
      anyway: false,
      ...change,
    }),
  );

interface Sent {
  body: string;
  purpose: string;
  state: string;
  address_id: string;
  sender_id: string | null;
  interaction_id: string;
}

const sends = (name: string) =>
  desk.read<Sent>(
    sql`select * from send where workspace_id = ${desk.workspaceId} and contact_id = ${desk.person(name).id} order by created_at`,
  );

describe('a reply', () => {
  test('is one order, one send and one message in the thread, from the number they wrote to', async () => {
    expect(await reply('Nadia')).toEqual({ kind: 'sent' });
    const [sent, ...more] = await sends('Nadia');
    expect(more).toEqual([]);
    expect(sent).toMatchObject({
      body: 'Monday at nine?',
      purpose: 'conversation',
      state: 'queued',
      sender_id: world.alder.senders[0]?.id,
    });
    const outbox = await desk.read(
      sql`select kind from outbox where key = (select id::text from send where interaction_id = ${sent?.interaction_id})`,
    );
    expect(outbox).toEqual([{ kind: 'send.start' }]);
    expect(await desk.conversation(desk.conversationWith('Nadia'))).toMatchObject({
      needs_reply: false,
      preview: 'Monday at nine?',
      last_author_id: world.alder.dana.id,
    });
  });

  test('given twice, also at once, is sent once', async () => {
    const orderId = v7();
    const outcomes = await Promise.all([1, 2, 3].map(() => reply('Marisol', { orderId })));
    expect(outcomes).toEqual([{ kind: 'sent' }, { kind: 'sent' }, { kind: 'sent' }]);
    expect(await sends('Marisol')).toHaveLength(1);
  });

  test('marks as read what its writer has answered', async () => {
    await desk.hears('Colleen', 'Still there?');
    await reply('Colleen');
    const [mark] = await desk.read<{ ok: boolean }>(
      sql`select r.read_at >= v.last_inbound_at as ok from conversation_read r join conversation v on v.id = r.conversation_id
      where r.user_id = ${world.alder.dana.id} and v.id = ${desk.conversationWith('Colleen')}`,
    );
    expect(mark?.ok).toBe(true);
  });

  test('waits where a colleague answered what the writer has not seen, and goes with a second word', async () => {
    const { interactionId: seenId } = await desk.hears('Walt', 'Are you coming?');
    await reply('Walt', { userId: world.alder.maren.id, seenId, body: 'We are on our way.' });
    const orderId = v7();
    const outcome = await reply('Walt', { orderId, seenId });
    expect(outcome).toMatchObject({
      kind: 'answered',
      answer: { by: 'Maren Okafor', body: 'We are on our way.' },
    });
    expect(await sends('Walt')).toHaveLength(1);
    expect(await reply('Walt', { orderId, seenId, anyway: true })).toEqual({ kind: 'sent' });
    expect(await sends('Walt')).toHaveLength(2);
  });

  test('goes at once where the writer has seen the answer, or wrote it', async () => {
    const { interactionId: seenId } = await desk.hears('Walt', 'And the ladder?');
    await reply('Walt', { seenId, body: 'Comes along.' });
    expect(await reply('Walt', { seenId, body: 'With a helper.' })).toEqual({ kind: 'sent' });
  });

  test('is refused where texts are stopped, the number is dead, or none is known', async () => {
    const { id: contactId, addressId } = desk.person('Ruth');
    await desk.change(
      sql`insert into suppression (workspace_id, address_id, channel, reason) values (${desk.workspaceId}, ${addressId}, 'sms', 'keyword')`,
    );
    expect(await reply('Ruth')).toEqual({ kind: 'unreachable', why: 'opted-out' });
    await desk.change(
      sql`insert into suppression (workspace_id, address_id, channel, reason, lifted_by)
      values (${desk.workspaceId}, ${addressId}, 'sms', 'lifted', 'keyword')`,
    );
    await desk.change(
      sql`update address set invalid_reason = 'unknown-number' where id = ${addressId}`,
    );
    expect(await reply('Ruth')).toEqual({ kind: 'unreachable', why: 'invalid-number' });
    await desk.change(sql`delete from contact_address where contact_id = ${contactId}`);
    expect(await reply('Ruth')).toEqual({ kind: 'unreachable', why: 'no-number' });
    expect(await sends('Ruth')).toEqual([]);
  });

  test('goes from the number that was chosen, unless it is paused or of another firm', async () => {
    const other = world.alder.senders[3]?.id ?? '';
    expect(await reply('Tom', { senderId: other })).toEqual({ kind: 'sent' });
    expect((await sends('Tom')).at(-1)).toMatchObject({ sender_id: other });
    await desk.change(sql`update sender set state = 'paused' where id = ${other}`);
    expect(await reply('Tom', { senderId: other })).toEqual({ kind: 'no-sender' });
    const theirs = world.clinique.senders[0]?.id ?? '';
    expect(await reply('Tom', { senderId: theirs })).toEqual({ kind: 'no-sender' });
  });

  test('never goes to a number that is not of this person', async () => {
    const { addressId } = desk.person('Henrik');
    expect(await reply('Tom', { addressId })).toEqual({ kind: 'unreachable', why: 'no-number' });
  });

  test('finds no conversation of another workspace', async () => {
    const conversationId = world.clinique.conversations[0]?.id ?? '';
    expect(await reply('Tom', { conversationId })).toEqual({ kind: 'not-found' });
  });
});

describe('a note', () => {
  test('is written once and asks nobody for an answer', async () => {
    const order = desk.order(desk.conversationWith('Gus'), world.alder.dana.id);
    for (let twice = 0; twice < 2; twice += 1)
      await world.database.transaction((em) => addNote(em, { ...order, body: 'Paid.' }));
    const notes = await desk.read(
      sql`select author_id from interaction where conversation_id = ${order.conversationId} and kind = 'note'`,
    );
    expect(notes).toEqual([{ author_id: world.alder.dana.id }]);
    expect(await desk.conversation(order.conversationId)).toMatchObject({
      state: 'done',
      needs_reply: false,
    });
  });
});

describe('a message that did not arrive', () => {
  const retry = (name: string, interactionId: string) =>
    world.database.transaction((em) =>
      retryMessage(em, {
        ...desk.order(desk.conversationWith(name), world.alder.dana.id),
        interactionId,
      }),
    );

  const fail = async (name: string, state: string, code: string) => {
    await reply(name, { body: `Does this arrive? ${code}` });
    const sent = (await sends(name)).at(-1);
    const [row] = await desk.read<{ id: string }>(
      sql`update send set state = ${state}, error_code = ${code} where interaction_id = ${sent?.interaction_id} returning id`,
    );
    await world.database.transaction((em) =>
      setInteractionState(em, { workspaceId: desk.workspaceId, sendId: row?.id ?? '', state }),
    );
    return sent?.interaction_id ?? '';
  };

  test('opens its conversation again, so that its writer learns of it', async () => {
    await desk.change(
      sql`update conversation set state = 'done' where id = ${desk.conversationWith('Henrik')}`,
    );
    await fail('Henrik', 'undelivered', '30003');
    expect(await desk.conversation(desk.conversationWith('Henrik'))).toMatchObject({
      state: 'open',
      failed_sends: 1,
    });
  });

  test('is sent once more as a message of its own, once', async () => {
    const failed = await fail('Henrik', 'failed', '30008');
    const before = (await sends('Henrik')).length;
    expect(await retry('Henrik', failed)).toEqual({ kind: 'sent' });
    expect(await retry('Henrik', failed)).toEqual({ kind: 'not-now' });
    const all = await sends('Henrik');
    expect(all).toHaveLength(before + 1);
    expect(all.at(-1)).toMatchObject({ body: 'Does this arrive? 30008', state: 'queued' });
    expect(await desk.conversation(desk.conversationWith('Henrik'))).toMatchObject({
      failed_sends: 1,
    });
  });

  test('is not sent again where they said no, nor where it was somebody of another firm', async () => {
    const failed = await fail('Henrik', 'undelivered', '21610');
    expect(await retry('Henrik', failed)).toEqual({ kind: 'not-now' });
    const theirs = await world.database.transaction((em) =>
      retryMessage(em, {
        ...desk.order(desk.conversationWith('Henrik'), world.alder.dana.id),
        workspaceId: world.clinique.workspaceId,
        interactionId: failed,
      }),
    );
    expect(theirs).toEqual({ kind: 'not-found' });
  });
});
