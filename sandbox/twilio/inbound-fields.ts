import type { Message } from '../state/message.ts';

/** Countries of the numbers that the demo world uses; Twilio leaves empty what it does not know. */
const COUNTRIES: readonly (readonly [prefix: string, country: string])[] = [
  ['+1', 'US'],
  ['+31', 'NL'],
  ['+32', 'BE'],
  ['+33', 'FR'],
  ['+44', 'GB'],
  ['+49', 'DE'],
  ['+52', 'MX'],
];

/** The form of an inbound message. Pictures lie at Twilio's own address, as in earnest. */
export function inboundFields(message: Message): { [name: string]: string } {
  return {
    ToCountry: countryOf(message.to),
    ToState: '',
    ToCity: '',
    ToZip: '',
    FromCountry: countryOf(message.from),
    FromState: '',
    FromCity: '',
    FromZip: '',
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    MessageSid: message.sid,
    SmsStatus: 'received',
    AccountSid: message.account,
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: String(message.media.length),
    NumSegments: String(message.segments),
    ApiVersion: '2010-04-01',
    ...mediaFields(message),
    ...message.fields,
  };
}

function mediaFields(message: Message): { [name: string]: string } {
  const base = `https://api.twilio.com/2010-04-01/Accounts/${message.account}/Messages/${message.sid}`;
  return Object.fromEntries(
    message.media.flatMap((media, i) => [
      [`MediaUrl${i}`, `${base}/Media/${media}`],
      [`MediaContentType${i}`, 'image/png'],
    ]),
  );
}

function countryOf(number: string): string {
  return COUNTRIES.find(([prefix]) => number.startsWith(prefix))?.[1] ?? '';
}
