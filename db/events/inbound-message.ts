import type { OptOutType } from '#domain/inbox/meaning.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { NewAttachment } from '../conversations/attachments.ts';

/** A message from a person, as every provider's webhook is read into. */
export interface InboundMessage {
  providerId: string;
  from: PhoneNumber;
  /** The number of ours, E.164 or a short code. */
  to: string;
  channel: 'sms' | 'whatsapp';
  body: string;
  pictures: NewAttachment[];
  /** The provider's id of that number, where it tells one. */
  numberId?: string | null;
  /** Kept with the message: whom it went to, as the provider tells it. */
  detail?: Readonly<Record<string, unknown>>;
  /** When it was written; without it, when it came. */
  at?: Date;
  /** Set where the provider handled the keyword itself, and has answered it. */
  optOutType: OptOutType | null;
}
