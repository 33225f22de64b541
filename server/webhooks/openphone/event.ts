import { createHash } from 'node:crypto';
import type { NewEvent } from '#db/events/store-event.ts';
import type { ReadCall } from '#db/events/take-in.ts';
import { phoneNumber, type PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { PastMessage } from '#domain/history/exchange.ts';
import type { EventKind } from '#domain/inbox/event-kind.ts';
import { keywordOf } from '#domain/inbox/meaning.ts';
import { partyNumber } from '#domain/openphone/party-number.ts';
import {
  heardKey,
  readWebhook,
  type ReadWebhook,
  type WebhookSaid,
} from '#domain/openphone/webhook.ts';
import type { Call } from '../provider.ts';

/** Reads a signed webhook far enough to store it once, in order, and to heed a STOP at once. */
export function readCall(call: Call): ReadCall {
  const read = readWebhook(call.body);
  const { said } = read;
  if (said.kind === 'ignored') return { event: null, stops: null };
  const event = {
    ...stored(call, said),
    dedupeKey: dedupeKeyOf(call, read),
    orderKey: orderKeyOf(call, said),
  };
  if (said.kind === 'malformed')
    return { event: { ...event, deadBecause: said.code }, stops: null };
  if (said.kind !== 'message') return { event, stops: null };
  const keyword = keywordOf(said.message.body, null);
  return {
    event: { ...event, keyword },
    stops: keyword === 'stop' ? writerOf(said.message) : null,
  };
}

/** The lane that a webhook belongs to; one that cannot be read goes to the one where least waits. */
export function kindOfSaid(said: WebhookSaid): EventKind {
  switch (said.kind) {
    case 'message':
    case 'status':
    case 'call':
    case 'directory':
      return said.kind;
    case 'parts':
      return 'call';
    case 'ignored':
    case 'malformed':
      return 'directory';
  }
}

const writerOf = ({ from, number }: PastMessage): PhoneNumber | null =>
  number === null ? phoneNumber(from) : partyNumber(from, number);

/**
 * A message that both families tell is stored once for each, since only one of them may know its files.
 * All else goes by the id of the event; without one, by all that it says.
 */
function dedupeKeyOf({ headers, body }: Call, { family, id, type, said }: ReadWebhook): string {
  if (said.kind === 'message') return heardKey(said.message.providerId, family);
  const eventId = family === 'dated' ? (headers['webhook-id'] ?? id) : id;
  return eventId ? `${type}:${eventId}` : unreadKey(body);
}

const unreadKey = (body: string): string =>
  `unread:${createHash('sha256').update(body).digest('hex').slice(0, 32)}`;

function orderKeyOf({ body }: Call, said: WebhookSaid): string {
  switch (said.kind) {
    case 'message':
      return said.message.from;
    case 'status':
      return said.message.providerId;
    case 'call':
      return said.call.participants.length > 0
        ? said.call.providerId
        : waiting(said.call.providerId);
    case 'parts':
      return waiting(said.parts.callId);
    case 'directory':
      return said.about ?? unreadKey(body);
    case 'ignored':
    case 'malformed':
      return unreadKey(body);
  }
}

/** What may have to wait for the rest of its call is in a line of its own: it must not hold that up. */
const waiting = (callId: string): string => `${callId}:waiting`;

const stored = ({ account, query, headers, body }: Call, said: WebhookSaid) => ({
  workspaceId: account.workspaceId,
  providerAccountId: account.id,
  provider: account.provider,
  kind: kindOfSaid(said),
  query,
  headers,
  body,
  keyword: null as NewEvent['keyword'],
  deadBecause: null as NewEvent['deadBecause'],
});
