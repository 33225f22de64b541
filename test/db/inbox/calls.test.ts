import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { eraseContact } from '#db/contacts/erase.ts';
import { conversationList } from '#db/inbox/list.ts';
import { viewCounts } from '#db/inbox/counts.ts';
import { addNote } from '#db/inbox/note.ts';
import { closeConversation } from '#db/inbox/order.ts';
import { picturesOf } from '#db/inbox/pictures.ts';
import { sendReply } from '#db/inbox/reply.ts';
import { threadOf, type SaidEntry, type ThreadEntry } from '#db/inbox/thread.ts';
import { transcriptOf } from '#db/inbox/transcript.ts';
import { addCall } from '#db/seeds/call-rows.ts';
import { addTelephone } from '#db/seeds/demo/telephone.ts';
import { sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { deskAt, type TestDesk } from './desk.ts';

let world: TestWorld;
let desk: TestDesk;
beforeAll(async () => {
  world = await openWorld();
  desk = deskAt(world, world.alder);
  await world.database.transaction((em) => addTelephone(em, world.alder, world.blobs));
});
afterAll(() => world.end());

async function said(name: string): Promise<(ThreadEntry & SaidEntry)[]> {
  const conversationId = desk.conversationWith(name);
  const { workspaceId } = desk;
  const entries = await threadOf(world.database.fork(), { workspaceId, conversationId });
  return entries.filter((entry): entry is ThreadEntry & SaidEntry => entry.what === 'said');
}

const callOf = async (name: string) => (await said(name)).find(({ call }) => call !== null);

describe('a call in the thread', () => {
  test('brings what belongs to it: recording, summary, how long its transcript is', async () => {
    expect(await callOf('Ruth')).toMatchObject({
      kind: 'call',
      author: { name: 'Dana Whitcomb' },
      call: {
        status: 'completed',
        durationS: 48,
        partsRead: true,
        voicemail: null,
        summary: { state: 'completed', nextSteps: { length: 2 } },
        transcript: { state: 'completed', turns: 6 },
      },
      audio: [{ role: 'recording', state: 'stored', contentType: 'audio/wav', durationS: 48 }],
      pictures: [],
    });
  });

  test('that was missed brings its voicemail, and never the link to it', async () => {
    await desk.change(
      sql`update call_record set voicemail = voicemail || '{"url": "https://storage.example/secret"}'
        where voicemail is not null and workspace_id = ${desk.workspaceId}`,
    );
    const missed = await callOf('Nadia');
    expect(missed).toMatchObject({
      kind: 'voicemail',
      call: { answeredAt: null, voicemail: { durationS: 23 } },
      audio: [{ role: 'voicemail' }],
    });
    expect(JSON.stringify(missed)).not.toContain('storage.example');
  });

  test('names the person of the firm who took it, also one without a seat', async () => {
    const { workspaceId, accountId } = world.alder;
    await desk.change(sql`insert into provider_person (workspace_id, provider_account_id, external_id, name)
      values (${workspaceId}, ${accountId}, 'USines', 'Ines Duarte')`);
    await desk.change(
      sql`update call_record set answered_by = 'USines' where workspace_id = ${workspaceId} and duration_s = 48`,
    );
    expect((await callOf('Ruth'))?.call?.answeredBy).toBe('Ines Duarte');
  });

  test('has a transcript turn by turn, with the recording that they lead to', async () => {
    const call = await callOf('Ruth');
    const found = await transcriptOf(world.database.fork(), {
      workspaceId: desk.workspaceId,
      conversationId: desk.conversationWith('Ruth'),
      callId: call?.id ?? '',
    });
    expect(found).toMatchObject({
      recordingId: call?.audio[0]?.id,
      address: '+16035550102',
      sender: world.alder.senders[0]?.value,
    });
    expect(found?.turns.map(({ start }) => start)).toEqual([0, 6, 13, 22, 30, 39]);
  });

  test('of another firm or another conversation gives no transcript', async () => {
    const callId = (await callOf('Ruth'))?.id ?? '';
    const em = world.database.fork();
    const here = { workspaceId: desk.workspaceId, conversationId: desk.conversationWith('Ruth') };
    const { workspaceId } = world.clinique;
    expect(await transcriptOf(em, { ...here, workspaceId, callId })).toBeUndefined();
    const conversationId = desk.conversationWith('Walt');
    expect(await transcriptOf(em, { ...here, conversationId, callId })).toBeUndefined();
  });
});

test('a message to a group names all its recipients', async () => {
  const group = (await said('Colleen')).find(({ to }) => to.length > 0);
  expect(group).toMatchObject({
    from: '+16035550108',
    to: [world.alder.senders[0]?.value, '+16035550102'],
  });
});

test('the pictures of a conversation are shown with who sent them and when', async () => {
  const pictures = await picturesOf(world.database.fork(), {
    workspaceId: desk.workspaceId,
    conversationId: desk.conversationWith('Nadia'),
  });
  expect(pictures.map(({ name, direction }) => [name, direction])).toEqual([
    ['deck-1.png', 'in'],
    ['deck-2.png', 'in'],
  ]);
  expect(pictures[0]?.at).toBeInstanceOf(Date);
});

describe('the view of missed calls', () => {
  const reader = () => ({ workspaceId: desk.workspaceId, userId: world.alder.dana.id });
  const missed = async () =>
    (await conversationList(world.database.fork(), reader(), { view: 'missed' })).map(
      ({ firstName, missed: isMissed }) => [firstName, isMissed],
    );
  const count = async () => (await viewCounts(world.database.fork(), reader())).missed;
  const ordered = (name: string) => desk.order(desk.conversationWith(name), world.alder.dana.id);

  test('holds who called in vain, and counts them', async () => {
    expect(await missed()).toEqual([
      ['Nadia', true],
      ['Colleen', true],
    ]);
    expect(await count()).toBe(2);
  });

  test('keeps them through a note, and lets go of whoever is answered or marked as done', async () => {
    await world.database.transaction((em) =>
      addNote(em, { ...ordered('Nadia'), body: 'Call after four' }),
    );
    expect(await count()).toBe(2);
    await world.database.transaction((em) =>
      sendReply(em, {
        ...ordered('Nadia'),
        body: 'Cedar is $4,800.',
        addressId: null,
        senderId: null,
        seenId: null,
        anyway: true,
      }),
    );
    expect(await missed()).toEqual([['Colleen', true]]);
    await world.database.transaction((em) => closeConversation(em, ordered('Colleen')));
    expect(await count()).toBe(0);
  });

  test('a call back lets go as well, and an answer from before the call does not', async () => {
    const { workspaceId, accountId, senders, dana } = world.alder;
    const line = { workspaceId, accountId, senderId: senders[0]!.id, blobs: world.blobs };
    const [now] = await desk.read<{ now: Date }>(sql`select workspace_now(${workspaceId}) as now`);
    const at = (minutes: number) => new Date(now!.now.getTime() + minutes * 60_000);
    const tom = desk.person('Tom');
    const call = (call: Parameters<typeof addCall>[3]) =>
      world.database.transaction((em) => addCall(em, line, tom, call));
    await call({ direction: 'in', status: 'missed', at: at(-5) });
    await desk.hears('Tom', 'On my way', {
      direction: 'out',
      authorId: dana.id,
      at: at(-9),
      state: 'delivered',
    });
    expect(await missed()).toEqual([['Tom', true]]);
    await call({
      direction: 'out',
      status: 'completed',
      at: at(-1),
      seconds: 60,
      authorId: dana.id,
    });
    expect(await missed()).toEqual([]);
  });
});

test('what was said on the telephone goes with the person who is erased', async () => {
  const { id: contactId } = desk.person('Ruth');
  const { workspaceId } = desk;
  const order = { workspaceId, userId: world.alder.maren.id, orderId: v7(), contactId };
  await world.database.transaction((em) => eraseContact(em, order));
  const left = await desk.one(
    sql`select r.summary, r.transcript, r.voicemail, (select count(*)::int from attachment f
        where f.interaction_id = i.id) as files
      from interaction i join call_record r on r.interaction_id = i.id
      where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId}`,
  );
  expect(left).toEqual({ summary: null, transcript: null, voicemail: null, files: 0 });
  const unneeded = await desk.one(
    sql`select count(*)::int as n from outbox where workspace_id = ${workspaceId} and kind = 'file.unneeded'`,
  );
  expect(unneeded).toEqual({ n: 1 });
});
