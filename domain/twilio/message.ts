import { isPhoneNumber } from '../contacts/phone-number.ts';
import type { InboundMessage } from '../inbox/inbound-message.ts';
import type { OptOutType } from '../inbox/meaning.ts';
import { field, type Form } from './form.ts';

/** A webhook as the product understands it, or a code for why it cannot. */
export type Understood<T> =
  | { kind: 'understood'; value: T }
  | { kind: 'malformed'; reason: string };

/** Only of a form that we made of what the list tells: when it was written, ISO 8601. */
export const foundField = 'FoundSentAt';

const mostPictures = 10;
const malformed = (reason: string) => ({ kind: 'malformed' as const, reason });

/** Reads the form of an inbound message; `accountSid` is the account that it must be for. */
export function readMessage(form: Form, accountSid: string): Understood<InboundMessage> {
  const providerId = field(form, 'MessageSid') ?? field(form, 'SmsMessageSid');
  if (!providerId) return malformed('no-message-id');
  if (field(form, 'AccountSid') !== accountSid) return malformed('other-account');
  const from = party(field(form, 'From'));
  const to = party(field(form, 'To'));
  if (!from || !isPhoneNumber(from.number)) return malformed('from-not-a-number');
  if (!to) return malformed('to-not-a-number');
  const value: InboundMessage = {
    providerId,
    from: from.number,
    to: to.number,
    channel: from.channel,
    body: field(form, 'Body') ?? '',
    pictures: picturesOf(form),
    optOutType: optOutTypeOf(form),
    ...foundAt(form),
  };
  return { kind: 'understood', value };
}

function party(
  written: string | undefined,
): { number: string; channel: 'sms' | 'whatsapp' } | null {
  if (!written) return null;
  const whatsapp = written.startsWith('whatsapp:');
  const number = whatsapp ? written.slice('whatsapp:'.length) : written;
  return /^\+?\d{3,15}$/.test(number) ? { number, channel: whatsapp ? 'whatsapp' : 'sms' } : null;
}

function picturesOf(form: Form): InboundMessage['pictures'] {
  const count = Math.min(Number(field(form, 'NumMedia') ?? 0) || 0, mostPictures);
  return Array.from({ length: count }, (_, i) => ({
    sourceUrl: field(form, `MediaUrl${i}`) ?? '',
    contentType: field(form, `MediaContentType${i}`) ?? 'application/octet-stream',
  })).filter(({ sourceUrl }) => URL.canParse(sourceUrl));
}

/** A webhook says no instant; one that was found by asking says when it was written. */
function foundAt(form: Form): Pick<InboundMessage, 'at' | 'late'> {
  const at = new Date(field(form, foundField) ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? {} : { at, late: true };
}

function optOutTypeOf(form: Form): OptOutType | null {
  const type = field(form, 'OptOutType')?.toUpperCase();
  return type === 'STOP' || type === 'START' || type === 'HELP' ? type : null;
}
