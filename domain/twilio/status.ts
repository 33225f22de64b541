import type { SendState } from '../sending/states.ts';
import type { StatusFact } from '../sending/status-fact.ts';
import { field, type Form } from './form.ts';
import type { Understood } from './message.ts';

/** Twilio's words for ours (docs/providers/twilio.md, status life cycle). */
const states: Readonly<Record<string, SendState>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
  read: 'read',
};

/** Reads a status callback; `query` is that of its URL, which carries the id of our send. */
export function readStatus(form: Form, accountSid: string, query: string): Understood<StatusFact> {
  const providerId = field(form, 'MessageSid') ?? field(form, 'SmsSid');
  if (!providerId) return { kind: 'malformed', reason: 'no-message-id' };
  if (field(form, 'AccountSid') !== accountSid) {
    return { kind: 'malformed', reason: 'other-account' };
  }
  const state = states[field(form, 'MessageStatus') ?? field(form, 'SmsStatus') ?? ''];
  if (!state) return { kind: 'malformed', reason: 'unknown-status' };
  const value: StatusFact = {
    providerId,
    sendId: sendIdIn(query),
    state,
    errorCode: field(form, 'ErrorCode') ?? null,
    segments: Number(field(form, 'NumSegments')) || null,
    priceMicros: microsOf(field(form, 'Price')),
  };
  return { kind: 'understood', value };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function sendIdIn(query: string): string | null {
  const id = new URLSearchParams(query).get('send');
  return id && uuid.test(id) ? id : null;
}

/** Prices come as text, negative, in whole units of the currency. */
function microsOf(price: string | undefined): number | null {
  const amount = Number(price);
  return price === undefined || Number.isNaN(amount) ? null : Math.round(Math.abs(amount) * 1e6);
}
