import type { PhoneNumber } from '../contacts/phone-number.ts';
import type { OptOutType } from './meaning.ts';

/** A message from a person, as every provider's webhook is read into. */
export interface InboundMessage {
  providerId: string;
  from: PhoneNumber;
  /** The number of ours, E.164 or a short code. */
  to: string;
  channel: 'sms' | 'whatsapp';
  body: string;
  pictures: { sourceUrl: string; contentType: string }[];
  /** The provider's id of that number, where it tells one. */
  numberId?: string | null;
  /** Kept with the message: whom it went to, as the provider tells it. */
  detail?: Readonly<Record<string, unknown>>;
  /** When it was written; without it, when it came. */
  at?: Date;
  /** No webhook told it; it was found by asking. Nothing is confirmed or lifted so late. */
  late?: boolean;
  /** Set where the provider handled the keyword itself, and has answered it. */
  optOutType: OptOutType | null;
}
