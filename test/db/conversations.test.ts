import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addInteraction,
  conversationOf,
  setInteractionState,
  type NewInteraction,
} from '#db/conversations.ts';
import { previewOf } from '#db/conversations/projection.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { addPerson, openOffice, type Office, type Person } from './events/office.ts';

let office: Office;
let ruth: Person;
let conversationId: string;
const nine = new Date('2026-11-20T14:00:00Z');
const later = (minutes: number) => new Date(nine.getTime() + minutes * 60_000);

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  ruth = await addPerson(office, `+1603555${Math.floor(1000 + Math.random() * 8999)}`);
  conversationId = await open(ruth.contactId);
});

const open = (contactId: string) =>
  office.database.transaction((em) =>
    conversationOf(em, { workspaceId: office.workspaceId, contactId, at: nine }),
  );

const say = (change: Partial<NewInteraction>) =>
  office.database.transaction((em) =>
    addInteraction(em, {
      workspaceId: office.workspaceId,
      conversationId,
      contactId: ruth.contactId,
      kind: 'message',
      channel: 'sms',
      direction: 'in',
      body: 'Is Thursday still open?',
      at: nine,
      addressId: ruth.addressId,
      ...change,
    }),
  );

const conversation = () =>
  firstRow<Record<string, unknown>>(
    office.database.fork(),
    sql`select * from conversation where id = ${conversationId}`,
  );

describe('a conversation', () => {
  test('is one per contact, also when two ask for it at once', async () => {
    const noor = await addPerson(office, '+16035550151');
    const ids = await Promise.all(Array.from({ length: 6 }, () => open(noor.contactId)));
    expect(new Set(ids).size).toBe(1);
  });

  test('of a merged contact is that of the contact it was merged into', async () => {
    const other = await addPerson(office, '+16035550152');
    await office.database.transaction((em) =>
      run(
        em,
        sql`update contact set merged_into = ${ruth.contactId} where id = ${other.contactId}`,
      ),
    );
    expect(await open(other.contactId)).toBe(conversationId);
  });

  test('shows its latest message, and an earlier one that comes late does not take its place', async () => {
    await say({ body: 'second', at: later(5) });
    await say({ body: 'first', at: nine });
    expect(await conversation()).toMatchObject({ preview: 'second', last_at: later(5) });
  });

  test('needs a reply after an inbound message and none after a person of ours has written', async () => {
    await say({});
    expect(await conversation()).toMatchObject({ needs_reply: true, last_inbound_at: nine });
    await say({ direction: 'out', at: later(1), campaignId: null });
    expect(await conversation()).toMatchObject({ needs_reply: true, last_outbound_at: later(1) });
    await say({ kind: 'note', direction: null, at: later(2), authorId: office.userId });
    expect(await conversation()).toMatchObject({ needs_reply: true });
    await say({ direction: 'out', at: later(3), authorId: office.userId });
    expect(await conversation()).toMatchObject({ needs_reply: false });
  });

  test('that was done or snoozed opens again for a reply, not for a keyword', async () => {
    await lay('done');
    await say({ body: 'STOP', wantsAnswer: false });
    expect(await conversation()).toMatchObject({ state: 'done', needs_reply: false });
    await lay('snoozed');
    await say({ at: later(1) });
    expect(await conversation()).toMatchObject({ state: 'open', snoozed_until: null });
  });

  test('takes a message of the provider once', async () => {
    const message = { providerAccountId: office.accountId, providerId: `SM${ruth.contactId}` };
    const ids = await Promise.all([say(message), say(message), say(message)]);
    expect(ids.filter(Boolean)).toHaveLength(1);
  });

  test('tells the list and the open thread', async () => {
    await say({});
    const told = await rows(
      office.database.fork(),
      sql`select topic, kind from ui_event where ref_id = ${conversationId} order by id`,
    );
    expect(told).toEqual([
      { topic: 'inbox', kind: 'in' },
      { topic: 'conversation', kind: 'in' },
    ]);
  });

  test('that nobody has to look at says nothing to the list when a campaign writes in it', async () => {
    await lay('done');
    await say({ direction: 'out' });
    const told = await rows(
      office.database.fork(),
      sql`select topic from ui_event where ref_id = ${conversationId}`,
    );
    expect(told).toEqual([{ topic: 'conversation' }]);
  });

  test('asks for each picture to be fetched', async () => {
    const attachments = ['/a.jpg', '/b.png'].map((path) => ({
      sourceUrl: `https://api.twilio.com${path}`,
      contentType: 'image/jpeg',
    }));
    const id = await say({ attachments });
    const asked = await rows<{ position: number; kind: string }>(
      office.database.fork(),
      sql`select a.position, o.kind from attachment a join outbox o on o.key = a.id::text
      where a.interaction_id = ${id} order by 1`,
    );
    expect(asked).toEqual([
      { position: 0, kind: 'attachment.fetch' },
      { position: 1, kind: 'attachment.fetch' },
    ]);
  });

  test('counts messages that failed, each once, and forgets one that came through after all', async () => {
    const send = await firstRow<{ id: string }>(office.database.fork(), sql`select uuidv7() as id`);
    const sendId = send?.id ?? '';
    await say({ direction: 'out', sendId, state: 'queued' });
    await becomes(sendId, 'unconfirmed');
    await becomes(sendId, 'failed');
    expect(await conversation()).toMatchObject({ failed_sends: 1 });
    await becomes(sendId, 'delivered');
    expect(await conversation()).toMatchObject({ failed_sends: 0 });
  });
});

test('a preview is one line, cut between signs', () => {
  expect(previewOf('Two\n lines ')).toBe('Two lines');
  expect(previewOf('a'.repeat(160))).toHaveLength(160);
  const clipped = previewOf('👍🏽'.repeat(200));
  expect(clipped).toBe(`${'👍🏽'.repeat(159)}…`);
});

const lay = (state: string) =>
  office.database.transaction((em) =>
    run(em, sql`update conversation set state = ${state} where id = ${conversationId}`),
  );

const becomes = (sendId: string, state: string) =>
  office.database.transaction((em) =>
    setInteractionState(em, { workspaceId: office.workspaceId, sendId, state }),
  );
