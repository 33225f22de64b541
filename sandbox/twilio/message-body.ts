import { isTerminal, type Message, reachedAt, statusOf } from '../state/message.ts';
import { rfc2822 } from './dates.ts';
import { failureText } from './errors.ts';

/** Dollars for one segment and for one message with media. */
const PRICE = { segment: 0.0079, media: 0.02 };

/** A message as Twilio's API shows it; numbers of things are strings there. */
export function messageBody(message: Message): object {
  const status = statusOf(message);
  const sentAt = reachedAt(message, 'sent') ?? reachedAt(message, 'received');
  const uri = `/2010-04-01/Accounts/${message.account}/Messages/${message.sid}`;
  return {
    account_sid: message.account,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.acceptedAt),
    date_sent: sentAt === undefined ? null : rfc2822(sentAt),
    date_updated: rfc2822(message.marks.at(-1)?.at ?? message.acceptedAt),
    direction: directionOf(message),
    error_code: message.errorCode ?? null,
    error_message: message.errorCode === undefined ? null : failureText(message.errorCode),
    from: message.from,
    messaging_service_sid: message.fields['MessagingServiceSid'] ?? null,
    num_media: String(message.media.length),
    num_segments: status === 'accepted' ? '0' : String(message.segments),
    price: priceOf(message),
    price_unit: 'USD',
    sid: message.sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** Negative dollars, known only once the message has come to its end; what failed here cost nothing. */
export function priceOf(message: Message): string | null {
  const status = statusOf(message);
  if (!isTerminal(status) || status === 'failed') return null;
  const dollars = message.media.length > 0 ? PRICE.media : PRICE.segment * message.segments;
  return (-dollars).toFixed(5);
}

function directionOf(message: Message): string {
  if (message.origin === 'phone') return 'inbound';
  return message.origin === 'api' ? 'outbound-api' : 'outbound-reply';
}
