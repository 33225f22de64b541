import { type History, Payload, withPayloads } from './history.ts';
import { textsOfWorlds, wordsOfWorlds } from './worlds.ts';

/**
 * What a history tells that it may not: names, numbers, addresses and texts of people, ids of the
 * provider, and the machine it was recorded on. Each finding is a sentence; none is the right answer.
 * Payloads are read, and may hold nothing but ids, codes and figures.
 */
export function whatItTells(history: History): string[] {
  return [...strings(withPayloads(history), false)].flatMap((found) =>
    rules.filter(({ breaks }) => breaks(found)).map(({ is }) => `${is}: ${found.text}`),
  );
}

interface Found {
  text: string;
  inPayload: boolean;
}

interface Rule {
  is: string;
  breaks: (found: Found) => boolean;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const code = /^(?:[a-z][A-Za-z0-9]*(?:[-_/:][A-Za-z0-9]+)*|[A-Z][A-Z0-9_]+|\d{1,6}|)$/;

/** A schedule tells its workflows when their turn was. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const rules: Rule[] = [
  { is: 'no id and no code', breaks: ({ text, inPayload }) => inPayload && !isCode(text) },
  { is: 'a name', breaks: ({ text }) => wordsOf(text).some((word) => wordsOfWorlds().has(word)) },
  { is: 'a text', breaks: ({ text }) => text.includes(' ') && isTextOfWorlds(text) },
  { is: 'a number', breaks: ({ text }) => isNumber(bare(text)) },
  { is: 'an e-mail address', breaks: ({ text }) => /[^\s/]@[^\s\d]/.test(text) },
  { is: 'an id of the provider', breaks: ({ text }) => /\b[A-Z]{2}[0-9a-f]{32}\b/.test(text) },
  { is: 'a place on a machine', breaks: ({ text }) => path.test(text) },
  { is: 'a machine', breaks: ({ text }) => host.test(text) },
];

/** Ids may be all digits; without them no number is left that is not one. */
const bare = (text: string): string => text.replaceAll(uuid, 'id');

const isCode = (text: string): boolean => code.test(bare(text)) || instant.test(text);

const wordsOf = (text: string): string[] => text.match(/\p{L}{3,}/gu) ?? [];

const isNumber = (text: string): boolean =>
  /(?<!\w)\+?\d{10,15}(?!\w)|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}/.test(text);

function isTextOfWorlds(text: string): boolean {
  const plain = text.replaceAll(/\s+/g, ' ');
  return textsOfWorlds().some((one) => plain.includes(one));
}

const path = /node_modules|file:|\b[A-Za-z]:\\|(?:^|[\s("'=])[~.]{0,2}\/[\w.@-]+\//;
const host = /\b\d+@|localhost|https?:|\b\d{1,3}(?:\.\d{1,3}){3}\b|\w:\d{4,5}\b/;

function* strings(value: unknown, inPayload: boolean): Generator<Found> {
  if (value instanceof Payload) {
    yield* strings(value.content, true);
  } else if (Array.isArray(value)) {
    for (const one of value) yield* strings(one, inPayload);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (inPayload) yield { text: key, inPayload };
      yield* strings(one, inPayload);
    }
  } else if (typeof value === 'string') {
    yield { text: value, inPayload };
  } else if (typeof value === 'number' && /^1?\d{3}55501\d\d$/.test(String(value))) {
    yield { text: String(value), inPayload };
  }
}
