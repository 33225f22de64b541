import { createHash } from 'node:crypto';
import type { NewEvent } from '#db/events/store-event.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { keywordOf } from '#domain/inbox/meaning.ts';
import type { OpenAccount } from '../accounts.ts';
import { field, readForm } from './form.ts';
import { readMessage } from './message.ts';
import { readStatus } from './status.ts';

export type Kind = 'message' | 'status';

/** A signed webhook, before anything is known of what it says. */
export interface Call {
  account: OpenAccount;
  kind: Kind;
  /** With the question mark; empty where there is none. */
  query: string;
  headers: Record<string, string>;
  body: string;
}

/** What is to be stored; `stops` is the number that has just said STOP. */
export interface ReadCall {
  event: NewEvent;
  stops: PhoneNumber | null;
}

/** Reads a signed webhook far enough to store it once, in order, and to heed a STOP at once. */
export function readCall(call: Call): ReadCall {
  return call.kind === 'message' ? messageCall(call) : statusCall(call);
}

function messageCall(call: Call): ReadCall {
  const read = readMessage(readForm(call.body), call.account.externalId);
  if (read.kind === 'malformed') return { event: deadLetter(call, read.reason), stops: null };
  const { providerId, from, body, optOutType } = read.value;
  const keyword = keywordOf(body, optOutType);
  return {
    event: { ...stored(call), dedupeKey: providerId, orderKey: from, keyword },
    stops: keyword === 'stop' ? from : null,
  };
}

function statusCall(call: Call): ReadCall {
  const form = readForm(call.body);
  const read = readStatus(form, call.account.externalId, call.query);
  if (read.kind === 'malformed') return { event: deadLetter(call, read.reason), stops: null };
  const { providerId } = read.value;
  const status = field(form, 'MessageStatus') ?? field(form, 'SmsStatus') ?? '';
  return {
    event: { ...stored(call), dedupeKey: `${providerId}:${status}`, orderKey: providerId },
    stops: null,
  };
}

/** A letter without a usable id is told from others by all that it says. */
function deadLetter(call: Call, reason: string): NewEvent {
  const digest = createHash('sha256').update(call.body).digest('hex').slice(0, 32);
  const key = `unread:${digest}`;
  return { ...stored(call), dedupeKey: key, orderKey: key, deadBecause: reason };
}

const stored = ({ account, kind, query, headers, body }: Call) => ({
  workspaceId: account.workspaceId,
  providerAccountId: account.id,
  provider: account.provider,
  kind,
  query,
  headers,
  body,
  keyword: null,
  deadBecause: null,
});
