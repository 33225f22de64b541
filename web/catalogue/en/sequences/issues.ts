import type { Format } from '../../format.ts';
import { link } from '../../rich.ts';

type Params = Readonly<Record<string, string | number>>;

const text = (value: string | number | undefined) => String(value ?? '');
const size = (value: string | number | undefined) => Number(value ?? 0);

/** What is wrong with a draft: in full, and in a word on the step. `step` is the name of the step. */
export const issues = (f: Format) => ({
  full: {
    'no-steps': () => 'There is no step yet. Begin with a message.',
    'no-messages': () => 'There is no message in it, so nobody would get anything.',
    'too-many-steps': () =>
      'It has more steps than one person can be walked through. Make two sequences of it.',
    'empty-message': (step: string) => `${link(step)} has no text yet.`,
    'broken-text': (step: string, p: Params) =>
      `${link(step)}: ${broken(text(p['code']), text(p['found']))}`,
    'unknown-field': (step: string, p: Params) =>
      `${link(step)} names the field “${text(p['field'])}”, which no contact has. Correct it, or choose it from the list of fields.`,
    'field-without-fallback': (step: string, p: Params) =>
      `${link(step)} uses “${text(p['field'])}” without other words for those who have none. Write {${text(p['field'])}|…}.`,
    'text-too-long': (step: string, p: Params) =>
      `${link(step)} has ${f.number(size(p['length']))} characters; no provider takes more than ${f.number(size(p['most']))}.`,
    'too-many-segments': (step: string, p: Params) =>
      `${link(step)} takes ${f.number(size(p['segments']))} segments; carriers cut after ${f.number(size(p['most']))}.`,
    'costly-characters': (step: string, p: Params) =>
      `${link(step)} costs a segment more because of these characters: ${text(p['characters'])}`,
    'no-opt-out': (step: string) =>
      `${link(step)} does not say how to opt out. Add “Reply STOP to end.”`,
    'public-shortener': (step: string, p: Params) =>
      `${link(step)} has a link of ${text(p['host'])}. Carriers filter the shorteners that everybody shares.`,
    'wait-zero': (step: string) => `${link(step)} waits for nothing. Say how long.`,
    'wait-not-whole': (step: string) => `${link(step)} needs a whole number.`,
    'wait-too-long': (step: string) =>
      `${link(step)} is longer than a year: the consent behind it may be gone by then.`,
    'no-such-hour': (step: string) => `${link(step)} needs an hour of the day, such as 10:00.`,
    'consecutive-waits': (step: string) =>
      `${link(step)} follows another wait. One wait would say the same.`,
    'messages-without-wait': (step: string) =>
      `${link(step)} follows a message at once. Put a wait between them.`,
    'exit-without-label': (step: string) => `${link(step)} does not say what it means to end here.`,
    unreachable: (step: string) => `${link(step)} stands behind an exit, so nobody comes to it.`,
  },
  short: {
    'no-steps': 'No step yet',
    'no-messages': 'No message yet',
    'too-many-steps': 'Too many steps',
    'empty-message': 'No text',
    'broken-text': 'A field is written wrongly',
    'unknown-field': 'Unknown field',
    'field-without-fallback': 'A field without other words',
    'text-too-long': 'Text too long',
    'too-many-segments': 'Too many segments',
    'costly-characters': 'Characters that cost a segment',
    'no-opt-out': 'No way to opt out',
    'public-shortener': 'Public link shortener',
    'wait-zero': 'Waits for nothing',
    'wait-not-whole': 'Not a whole number',
    'wait-too-long': 'Longer than a year',
    'no-such-hour': 'No such hour',
    'consecutive-waits': 'Two waits in a row',
    'messages-without-wait': 'No wait before it',
    'exit-without-label': 'No meaning given',
    unreachable: 'Nobody comes to it',
  },
  broken: (code: string, found: string) => broken(code, found),
});

function broken(code: string, found: string): string {
  switch (code) {
    case 'empty':
      return 'there is no text.';
    case 'tag':
      return 'instructions such as {% if %} are not understood here; only fields are.';
    case 'filter':
      return `“${found}” asks for something that is not known here.`;
    case 'expression':
      return `“${found}” is more than one field; write one field between the braces.`;
    case 'leftover':
      return `“${found}” looks like a field of another program, and would be sent as it stands.`;
    case 'too-long':
      return 'the text is longer than any provider takes.';
    default:
      return `“${found}” is no field. Write {first_name|there}.`;
  }
}
