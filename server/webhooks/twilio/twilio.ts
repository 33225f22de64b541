import { createHash } from 'node:crypto';
import type { TwilioCredentials } from '#db/credentials.ts';
import type { NewEvent } from '#db/events/store-event.ts';
import type { ReadCall } from '#db/events/take-in.ts';
import { field, readForm } from '#domain/twilio/form.ts';
import { messageKeys, statusKeys } from '#domain/twilio/keys.ts';
import { readMessage } from '#domain/twilio/message.ts';
import { readStatus } from '#domain/twilio/status.ts';
import type { Call, Quoted, Request, Verdict, WebhookProvider } from '../provider.ts';
import { isSigned } from './signature.ts';

/** Twilio posts forms to one address for what people write and to another for what became of ours. */
export const twilio: WebhookProvider = {
  name: 'twilio',
  paths: ['/messages', '/status'],
  // A webhook is a few hundred bytes; ten pictures come as ten addresses.
  bodyBytes: 64 * 1024,
  headers: ['i-twilio-idempotency-token', 'content-type', 'user-agent'],
  proofs: ['x-twilio-signature'],
  judge,
  kindOf: ({ url }) => (/\/status(?:\?|$)/.test(url) ? 'status' : 'message'),
  read: (call) => (call.kind === 'message' ? messageCall(call) : statusCall(call)),
  quote,
  thank: (c, kind) => (kind === 'message' ? c.body(emptyTwiml, 200, xml) : c.body(null, 204)),
};

const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
const xml = { 'Content-Type': 'text/xml' };

function judge({ authToken }: TwilioCredentials, { url, headers, body }: Request): Verdict {
  const signature = headers['x-twilio-signature'];
  if (!signature) return 'no-signature';
  return isSigned(authToken, { url, signature, body }) ? 'signed' : 'signature';
}

function quote(body: string): Quoted | null {
  const form = readForm(body);
  const said = (name: string) => field(form, name) ?? '';
  const [from, to] = [said('From'), said('To')];
  if (!from && !to) return null;
  return { from, to, text: said('Body'), status: said('MessageStatus') || said('SmsStatus') };
}

function messageCall(call: Call): ReadCall {
  const read = readMessage(readForm(call.body), call.account.externalId);
  if (read.kind === 'malformed') return { event: deadLetter(call, read.reason), stops: null };
  const keys = messageKeys(read.value);
  return {
    event: { ...stored(call), ...keys },
    stops: keys.keyword === 'stop' ? read.value.from : null,
  };
}

function statusCall(call: Call): ReadCall {
  const form = readForm(call.body);
  const read = readStatus(form, call.account.externalId, call.query);
  if (read.kind === 'malformed') return { event: deadLetter(call, read.reason), stops: null };
  return { event: { ...stored(call), ...statusKeys(read.value, form) }, stops: null };
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
