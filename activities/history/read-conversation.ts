import { advance, type Step } from '#db/history/advance.ts';
import { knownConversation, type KnownConversation } from '#db/history/known-conversation.ts';
import { hasOwnConversation } from '#db/history/own-conversation.ts';
import type { ConversationLook } from '#db/history/look.ts';
import { writeCalls } from '#db/history/write-calls.ts';
import { writeMessages } from '#db/history/write-messages.ts';
import type { Written } from '#db/history/written.ts';
import type { Database, Db } from '#db/orm.ts';
import type { PastCall, PastMessage } from '#domain/history/exchange.ts';
import type { Read } from '#workflows/history/activities.ts';
import type { OpenPhone, Page } from '../providers/openphone/client.ts';
import { asking, type Asked } from './asking.ts';
import { expectedOf, stepAfter, tailMs } from './steps.ts';

/** Reads one page of a conversation: first its messages, then its calls, of a group those with each person. */
export async function readConversationPage(
  database: Database,
  at: ConversationLook,
  client: OpenPhone,
): Promise<Read> {
  const { cursor, conversation } = at;
  const caller = conversation.participants[cursor.list - 1];
  const step =
    cursor.list === 0
      ? await messagesPage(database, at, client)
      : await callsPage(database, at, { client, caller: caller ?? '' });
  if (step === null) return { kind: 'stopped' };
  return { kind: step.kind === 'done' ? 'done' : 'more' };
}

async function messagesPage(
  database: Database,
  at: ConversationLook,
  client: OpenPhone,
): Promise<Step | null> {
  const { participants } = at.conversation;
  const asked = at.conversation.erased
    ? unasked
    : await ask<PastMessage>(database, at, 'GET /v1/messages', () =>
        client.messages({ ...listOf(at), participants }),
      );
  return keep(database, at, { asked, request: 'GET /v1/messages' }, async (em, messages) => {
    const written = await writeMessages(em, { ...scopeOf(at), messages });
    return { ...written, messages: written.written };
  });
}

async function callsPage(
  database: Database,
  at: ConversationLook,
  { client, caller }: { client: OpenPhone; caller: string },
): Promise<Step | null> {
  const isRead = at.conversation.erased || (await isReadElsewhere(database, at, caller));
  const asked = isRead
    ? unasked
    : await ask<PastCall>(database, at, 'GET /v1/calls', () =>
        client.calls({ ...listOf(at), participants: [caller] }),
      );
  return keep(database, at, { asked, request: 'GET /v1/calls' }, async (em, calls) => {
    const scope = scopeOf(at);
    const conversation = await callersConversation(em, at, caller, calls);
    const written = await writeCalls(em, { ...scope, conversation, calls });
    return { ...written, calls: written.written };
  });
}

const nothing: Page<never> = { items: [], next: null, unreadable: 0 };
const unasked = { kind: 'answer' as const, value: nothing };

async function isReadElsewhere(
  database: Database,
  { look, conversation }: ConversationLook,
  person: string,
): Promise<boolean> {
  if (conversation.participants.length < 2) return false;
  return hasOwnConversation(database.fork(), { ...look, conversation, person });
}

/** A call is between two: that with one of a group belongs to this person's own conversation. */
async function callersConversation(
  em: Db,
  { look, conversation }: ConversationLook,
  caller: string,
  calls: readonly PastCall[],
): Promise<KnownConversation> {
  if (conversation.participants.length < 2 || calls.length === 0) return conversation;
  const { workspaceId, accountId } = look;
  const { numberId } = conversation;
  const sought = { workspaceId, accountId, numberId, participants: [caller], at: calls[0]!.at };
  return (await knownConversation(em, sought)) ?? conversation;
}

const ask = <T>(
  database: Database,
  { look, cursor, conversation }: ConversationLook,
  request: string,
  page: () => Promise<Page<T>>,
): Promise<Asked<Page<T>>> =>
  asking(database, { look, request, about: conversation.externalId }, page, expectedOf(cursor));

/** Writes a page with the progress that it is. @returns null where the import has failed */
async function keep<T extends { at: string }>(
  database: Database,
  at: ConversationLook,
  { asked, request }: { asked: Asked<Page<T>>; request: string },
  write: (em: Db, items: T[]) => Promise<Written & { messages?: number; calls?: number }>,
): Promise<Step | null> {
  if (asked.kind === 'failed') return null;
  const { look, cursor, conversation } = at;
  const of = { look, request, about: conversation.externalId };
  const isLast = cursor.list >= conversation.participants.length;
  const end: Step = isLast ? { kind: 'done' } : { kind: 'list', list: cursor.list + 1 };
  const step = await stepAfter(database, of, { cursor, asked, atOf: (item) => item.at, end });
  await database.transaction(async (em) => {
    const items = asked.kind === 'answer' ? asked.value.items : [];
    const { messages = 0, calls = 0, changed } = await write(em, items);
    await advance(em, look, cursor, { step, counted: { messages, calls, changed } });
  });
  return step;
}

/** What a gap or a night has missed is told as an event: somebody may wait for an answer. */
const scopeOf = ({ look, conversation }: ConversationLook) => ({
  workspaceId: look.workspaceId,
  accountId: look.accountId,
  importId: look.importId,
  conversation,
  origin: look.kind === 'whole' ? ('history' as const) : ('event' as const),
});

function listOf({ look, cursor, conversation }: ConversationLook) {
  const again = cursor.again && look.kind === 'whole' && look.phase !== 'repair';
  const after = again ? new Date(look.until.getTime() - tailMs) : look.since;
  return {
    numberId: conversation.numberId,
    token: cursor.token,
    createdAfter: after?.toISOString(),
  };
}
