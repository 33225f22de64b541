import { ABOUT, type Draw, drawFor } from './draw.ts';
import { type Language, type Person } from './people.ts';
import { DAYS, LINES, TOPICS } from './topics.ts';

type Asked = {
  readonly seed: number;
  readonly conversation: number;
  readonly place: number;
  readonly person: Person;
  readonly us: string;
};

export type Said = { readonly isOurs: boolean; readonly text: string };

const HOURS: Readonly<Record<Language, readonly string[]>> = {
  en: ['9:00', '10:30', '1 pm', '2:15', '4 pm'],
  fr: ['9 h', '10 h 30', '14 h', '15 h 45', '17 h'],
  nl: ['9 uur', '10.30 uur', '14 uur', '15.45 uur', '17 uur'],
  es: ['9:00', '11:30', '13:00', '16:00', '18:30'],
};

const PRICES: Readonly<Record<Language, (amount: number) => string>> = {
  en: (amount) => `$${amount.toLocaleString('en-US')}`,
  fr: (amount) => `${amount} €`,
  nl: (amount) => `€ ${amount}`,
  es: (amount) => `$${amount * 18} MXN`,
};

const FACES = ['👍', '🙏🏽', '😂😂', '❤️', '👩‍🔧', '🇧🇪', '✅'];

/** What is said at this place of a conversation; an empty text was a picture without words. */
export function saidAt(asked: Asked): Said {
  const { seed, conversation, place, person } = asked;
  const exchange = Math.floor(place / LINES);
  const topics = TOPICS[person.language];
  const topic =
    topics[drawFor(seed, ABOUT.exchange, conversation, exchange).below(1e6) % topics.length]!;
  const line = topic[place % LINES]!;
  const draw = drawFor(seed, ABOUT.message, conversation, place);
  return {
    isOurs: line.isOurs,
    text: line.isOurs ? ours(line.text, asked, draw) : theirs(line.text, asked, draw),
  };
}

function theirs(line: string, asked: Asked, draw: Draw): string {
  const kind = draw.fraction();
  if (kind < 0.02) return '';
  if (kind < 0.04) return draw.pick(FACES);
  if (kind < 0.05) return longText(line, asked, draw);
  return kind < 0.054 ? 'STOP' : fill(line, asked, draw);
}

function ours(line: string, asked: Asked, draw: Draw): string {
  return draw.chance(0.006) ? longText(line, asked, draw) : fill(line, asked, draw);
}

/** Up to the 1,600 characters that a message may have. */
function longText(line: string, asked: Asked, draw: Draw): string {
  const sentences = Array.from({ length: 30 }, () => fill(line, asked, draw));
  return sentences.join('\n\n').slice(0, 1600).trimEnd();
}

export function fill(
  line: string,
  { person, us }: Pick<Asked, 'person' | 'us'>,
  draw: Draw,
): string {
  const { language } = person;
  const words: Readonly<Record<string, string>> = {
    name: person.firstName,
    us,
    day: draw.pick(DAYS[language]),
    hour: draw.pick(HOURS[language]),
    price: PRICES[language](40 + draw.below(240) * 10),
  };
  return line.replaceAll(/\{(\w+)\}/g, (_, slot: string) => words[slot] ?? '');
}
