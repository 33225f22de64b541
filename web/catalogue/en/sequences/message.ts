import type { Format } from '../../format.ts';
import { strong } from '../../rich.ts';

const segments = { one: 'segment', other: 'segments' };

/** The drawer of a message: text, fields, preview, test. */
export const message = (f: Format) => ({
  text: 'Text',
  textHint:
    'Fields stand between braces: {first_name|there} says “there” where the name is missing.',
  field: 'Field',
  fieldMenu: 'Fields of a contact',
  own: 'Of your own',
  aliases: (words: string) => `also ${words}`,
  fields: {
    first_name: 'First name',
    last_name: 'Last name',
    name: 'Whole name',
    company: 'Company',
    street: 'Street',
    city: 'City',
    region: 'State or province',
    postal_code: 'ZIP or postal code',
    country: 'Country',
    agent: 'Who writes (first name)',
    firm: 'Your firm',
  } as Record<string, string>,
  /** Other words that the picker puts in for those who have none. */
  fallbacks: { first_name: 'there', name: 'there', city: 'your town' } as Record<string, string>,
  otherWords: '…',

  size: (units: number, room: number) => `${strong(f.number(units))} of ${f.number(room)}`,
  left: (n: number) => `${f.count(n, { one: 'character', other: 'characters' })} left`,
  segments: (n: number) => f.count(n, segments),
  asRead: (name: string) => `As ${name} reads it`,
  asNobody: 'Preview',
  nobody: 'Nobody to read it as: there is no contact yet.',
  another: 'Another person',
  readers: 'People to read it as',
  findReader: 'Find a person',
  noReader: 'Nobody of that name',
  unnamed: 'Somebody without a name',
  empty: 'What you write appears here.',
  missing: (name: string, fields: string) =>
    `${name} would get nothing: ${fields} is missing, and the text gives no other words.`,
  broken: (why: string) => `Nobody would get this: ${why}`,
  facts: {
    size: 'Size',
    encoding: 'Encoding',
    cost: 'Cost',
    sender: 'Sender',
  },
  encodings: {
    'GSM-7': 'GSM-7, 160 characters to a segment',
    'UCS-2': 'UCS-2, 70 characters to a segment',
  },
  costly: (characters: string) => `because of ${characters}`,
  each: (price: string) => `about ${price} each`,
  unpriced: (country: string) => `no price is known for ${country}`,
  senderText:
    'Everybody keeps the number they know; new people get one of the numbers in rotation.',

  test: 'Test to a phone of your own',
  testNumber: 'Your number',
  testSend: 'Send test',
  testHint: 'It is sent as the preview shows it. In a sandbox it reaches a phone of the sandbox.',
  testNotNumber: 'Write a mobile number, with the country code if it is abroad.',
  testSuppressed: 'This number has opted out, so nothing may be sent to it.',
  testTooMany: (n: number) =>
    `You have sent ${f.number(n)} tests within the hour. Look at the phone first.`,
  testNoText: 'There is no text yet that could be sent.',
  testMissing:
    'The preview shows that this person would get nothing; choose another person or give other words.',
  testStates: {
    waiting: (number: string) => `On its way to ${number} …`,
    held: (number: string, until: Date) =>
      `Waits for its turn; it goes to ${number} ${f.moment(until)}.`,
    parked: 'Waits: no number can send at the moment. Look at the senders.',
    accepted: (number: string) => `Sent to ${number}. The provider has it.`,
    delivered: (number: string) => `Delivered to ${number}.`,
    failed: (number: string, code: string | null) =>
      code
        ? `It did not reach ${number}: the provider says ${code}.`
        : `It was not sent to ${number}.`,
  },
});
