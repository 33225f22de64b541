import type { ConversationLook, NumberLook } from '#db/history/look.ts';
import { hasOwnConversation } from '#db/history/own-conversation.ts';
import { queueConversations } from '#db/history/progress.ts';
import { compareConversations, compareExchange } from '#db/history/proof.ts';
import type { Database } from '#db/orm.ts';
import type { Read } from '#workflows/history/activities.ts';
import type { OpenPhone } from '../providers/openphone/client.ts';
import { wholeList } from './whole-list.ts';

const YEAR = 365 * 86_400_000;
const overlapMs = 1_000;
const stopped: Read = { kind: 'stopped' };

/** By the day of their beginning, where the import went by their latest activity. */
export async function proveNumberOf(
  database: Database,
  { look, number }: NumberLook,
  client: OpenPhone,
): Promise<Read> {
  const theirs = new Set<string>();
  const of = { look, request: 'GET /v1/conversations', about: number.externalId };
  const newest = look.until.getTime();
  const slices = [
    { createdBefore: iso(newest - YEAR + overlapMs) },
    { createdAfter: iso(newest - YEAR - overlapMs) },
  ];
  for (const slice of slices) {
    const list = await wholeList(database, of, (token) =>
      client.conversations({ numberId: number.externalId, ...slice, token }),
    );
    if (!list) return stopped;
    for (const id of list.ids) theirs.add(id);
  }
  await database.transaction(async (em) => {
    const ids = await compareConversations(em, {
      ...look,
      numberId: number.id,
      numberExternalId: number.externalId,
      theirs: [...theirs],
    });
    await queueConversations(em, look, { ids, kind: 'proof-conversation' });
  });
  return { kind: 'done' };
}

/** By halves of time, the older first, where the import went from the newest to the oldest. */
export async function proveConversationOf(
  database: Database,
  { look, conversation }: ConversationLook,
  client: OpenPhone,
): Promise<Read> {
  const { numberId, participants, externalId } = conversation;
  const about = externalId;
  const isGroup = participants.length > 1;
  const middle = look.until.getTime() - YEAR / 2;
  const halves = [
    { createdBefore: iso(middle + overlapMs) },
    { createdAfter: iso(middle - overlapMs) },
  ];
  const messages = new Set<string>();
  const calls = new Set<string>();
  let requests = 0;
  for (const half of conversation.erased ? [] : halves) {
    const of = { look, request: 'GET /v1/messages', about };
    const list = await wholeList(database, of, (token) =>
      client.messages({ numberId, participants, ...half, token }),
    );
    if (!list) return stopped;
    requests += list.requests;
    for (const id of list.ids) messages.add(id);
  }
  for (const person of conversation.erased ? [] : participants) {
    if (isGroup && (await hasOwnConversation(database.fork(), { ...look, conversation, person })))
      continue;
    const of = { look, request: 'GET /v1/calls', about };
    const list = await wholeList(database, of, (token) =>
      client.calls({ numberId, participants: [person], token }),
    );
    if (!list) return stopped;
    requests += list.requests;
    for (const id of list.ids) calls.add(id);
  }
  await database.transaction((em) =>
    compareExchange(em, {
      ...look,
      id: conversation.id,
      conversationId: conversation.conversationId,
      externalId,
      numberExternalId: numberId,
      messages: [...messages],
      calls: [...calls],
      isGroup,
      requests,
    }),
  );
  return { kind: 'done' };
}

const iso = (ms: number): string => new Date(ms).toISOString();
