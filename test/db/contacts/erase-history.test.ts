import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { eraseContact } from '#db/contacts/erase.ts';
import { knownConversation } from '#db/history/known-conversation.ts';
import { writeConversations } from '#db/history/write-conversations.ts';
import { writeMessages } from '#db/history/write-messages.ts';
import { writeNumbers } from '#db/history/write-numbers.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import type { PastMessage } from '#domain/history/exchange.ts';
import { openTelephone, type Telephone } from '#test/support/history.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// Ruth is erased, who wrote to us alone and in a group with Noor; then her past is told once more.

const OURS = '+16035550101';
const RUTH = '+12025550118';
const NOOR = '+12025550119';
const ADA = '+12025550117';
const AT = '2026-03-01T10:00:00.000Z';

let world: TestWorld;
let telephone: Telephone;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  telephone = await openTelephone(world, 'http://127.0.0.1:9');
  const numbers = [{ providerId: 'PN1', value: OURS, name: 'Office' }];
  await world.database.transaction((em) => writeNumbers(em, { ...telephone, numbers }));
});

const list = <T extends object>(statement: ReturnType<typeof sql<T>>) =>
  rows<T>(world.database.fork(), statement);

const past = (providerId: string, participants: string[]) => ({
  providerId,
  numberId: 'PN1',
  participants,
  name: 'Ruth and the roof',
  assignedTo: null,
  createdAt: AT,
  updatedAt: AT,
  lastActivityAt: AT,
  lastActivityId: null,
  deletedAt: null,
});

async function tell(conversations: ReturnType<typeof past>[]) {
  const number = (await firstRow<{ id: string; senderId: string | null }>(
    world.database.fork(),
    sql`select id, sender_id as "senderId" from provider_number where workspace_id = ${telephone.workspaceId}`,
  ))!;
  return world.database.transaction((em) =>
    writeConversations(em, {
      ...telephone,
      number: { ...number, externalId: 'PN1', value: OURS },
      conversations,
    }),
  );
}

const known = (externalId: string | null, participants: string[]) =>
  world.database.transaction((em) =>
    knownConversation(em, { ...telephone, externalId, numberId: 'PN1', participants }),
  );

async function erase(): Promise<void> {
  const { workspaceId, userId } = telephone;
  const { id: contactId } = (
    await list(sql<{
      id: string;
    }>`select c.contact_id as id from contact_address c join address a on a.id = c.address_id
      where c.workspace_id = ${workspaceId} and a.value = ${RUTH}`)
  )[0]!;
  await world.database.transaction((em) =>
    eraseContact(em, { workspaceId, userId, orderId: uuidv7(), contactId }),
  );
}

const stored = () =>
  list(sql<{ id: string; name: string | null; people: string[] }>`select external_id as id, name,
    array(select case when p like 'erased:%' then 'erased' else p end from unnest(participants) p) as people
  from provider_conversation where workspace_id = ${telephone.workspaceId} order by external_id`);

/** All rows that could hold somebody. */
const counts = () =>
  list(sql<object>`select (select count(*)::int from contact where workspace_id = ${telephone.workspaceId}) as contacts,
    (select count(*)::int from provider_conversation where workspace_id = ${telephone.workspaceId}) as conversations,
    (select count(*)::int from interaction where workspace_id = ${telephone.workspaceId}) as said,
    (select count(*)::int from address where workspace_id = ${telephone.workspaceId} and value = ${RUTH}) as numbers`);

test('who is erased is gone from the conversations of the provider, and others stay', async () => {
  await tell([past('CN1', [RUTH]), past('CN2', [NOOR, RUTH]), past('CN3', [NOOR])]);
  await erase();
  expect(await stored()).toEqual([
    { id: 'CN1', name: null, people: ['erased'] },
    { id: 'CN2', name: null, people: ['erased', NOOR] },
    { id: 'CN3', name: 'Ruth and the roof', people: [NOOR] },
  ]);
});

test('a walk that meets them again writes nothing back, and reads no further', async () => {
  const conversations = [past('CN1', [RUTH]), past('CN2', [NOOR, RUTH])];
  await tell([...conversations, past('CN3', [NOOR])]);
  await erase();
  const before = { stored: await stored(), counts: await counts() };
  const again = await tell([...conversations, past('CN3', [NOOR])]);
  expect([...again.ids.keys()]).toEqual(['CN3']);
  expect(again).toMatchObject({ written: 0, changed: 0 });
  expect({ stored: await stored(), counts: await counts() }).toEqual(before);
});

test.each([
  ['by its id', 'CN1', [RUTH]],
  ['by who takes part', null, [RUTH]],
  ['by who takes part in the group', null, [RUTH, NOOR]],
])('a conversation of the erased is found %s and not made anew', async (_, id, participants) => {
  await tell([past('CN1', [RUTH]), past('CN2', [NOOR, RUTH])]);
  await erase();
  const before = await counts();
  const conversation = (await known(id, participants))!;
  expect(conversation).toMatchObject({ erased: true });
  const messages = [late];
  expect(
    await world.database.transaction((em) =>
      writeMessages(em, { ...telephone, conversation, messages, origin: 'event' }),
    ),
  ).toEqual({ written: 0, changed: 0 });
  expect(await counts()).toEqual(before);
});

test('one that had no id of the provider takes it, and stays empty', async () => {
  await known(null, [RUTH]);
  await erase();
  const before = await counts();
  await tell([past('CN1', [RUTH])]);
  expect(await stored()).toEqual([{ id: 'CN1', name: null, people: ['erased'] }]);
  expect(await counts()).toEqual(before);
});

const late: PastMessage = {
  providerId: 'AC1',
  numberId: 'PN1',
  number: OURS,
  conversationId: null,
  direction: 'in',
  from: RUTH,
  to: [OURS],
  body: 'Is Thursday still open?',
  state: 'received',
  at: AT,
  personId: null,
  media: [],
};

const inGroup = (providerId: string, from: string, body: string): PastMessage => ({
  ...late,
  providerId,
  from,
  to: [OURS, ADA, RUTH].filter((one) => one !== from),
  body,
});

/** Ada's group, in which Ruth has the last word. */
const group = [
  inGroup('AC5', ADA, 'Shall we say Thursday?'),
  { ...inGroup('AC6', RUTH, 'Thursday is my birthday'), at: '2026-03-01T10:05:00.000Z' },
];

async function tellGroup(
  messages: readonly PastMessage[],
  origin: 'history' | 'event' = 'history',
) {
  await tell([past('CN4', [ADA, RUTH])]);
  const conversation = (await known('CN4', [ADA, RUTH]))!;
  expect(conversation).toMatchObject({ erased: false });
  return world.database.transaction((em) =>
    writeMessages(em, { ...telephone, conversation, messages, origin }),
  );
}

const said = () =>
  list(sql<{ body: string; erased: boolean; preview: string; files: number }>`
    select i.body, coalesce((i.detail->>'erased')::boolean, false) as erased, v.preview,
      (select count(*)::int from attachment f where f.interaction_id = i.id) as files
    from interaction i join conversation v on v.id = i.conversation_id
    where i.workspace_id = ${telephone.workspaceId} order by i.at`);

test('what the erased said in a group of somebody else is gone with its files, and is not brought back', async () => {
  await tell([past('CN1', [RUTH])]);
  await tellGroup(group);
  await list(sql<object>`insert into attachment (workspace_id, interaction_id, content_type)
    select workspace_id, id, 'image/png' from interaction where workspace_id = ${telephone.workspaceId} and provider_id in ('AC5', 'AC6')
    returning id`);
  expect((await said()).map(({ preview }) => preview)).toEqual(Array(2).fill(group[1]!.body));
  await erase();
  const left = [
    { body: 'Shall we say Thursday?', erased: false, preview: '', files: 1 },
    { body: '', erased: true, preview: '', files: 0 },
  ];
  expect(await said()).toEqual(left);
  expect(await tellGroup(group)).toEqual({ written: 0, changed: 0 });
  expect(await said()).toEqual(left);
});

test('what was said before the erasure and is read only after it comes without its text', async () => {
  await tell([past('CN1', [RUTH])]);
  await erase();
  await tellGroup(group);
  expect((await said()).map(({ body }) => body)).toEqual(['Shall we say Thursday?', '']);
  const anew = { ...inGroup('AC7', RUTH, 'It is me again'), at: '2099-01-01T00:00:00.000Z' };
  await tellGroup([anew], 'event');
  expect((await said()).map(({ body }) => body)).toEqual([
    'Shall we say Thursday?',
    '',
    'It is me again',
  ]);
});
