import { ABOUT, drawFor } from './draw.ts';
import { numbersOf } from './firm.ts';
import { shortId } from './ids.ts';
import { type Language, type Person, personAt } from './people.ts';

/** What of a conversation the seed decides, before a single message is looked at. */
export type Plan = {
  readonly index: number;
  readonly id: string;
  readonly phoneNumberId: string;
  /** One person, or several in a group. */
  readonly people: readonly Person[];
  readonly messages: number;
  readonly calls: number;
  /** Epoch ms: within this span its messages and calls lie. */
  readonly from: number;
  readonly to: number;
  readonly isDeleted: boolean;
};

export type Seed = {
  readonly seed: number;
  /** 1 is 2,000 conversations. */
  readonly size: number;
  /** The instant at which everything ends, epoch ms. */
  readonly endsAt: number;
};

const AT_SIZE_ONE = 2_000;
const YEARS_MS = 730 * 86_400_000;

/** Eight conversations share 240 messages and 16 calls, as unevenly as people write. */
const MESSAGES = [0, 3, 4, 8, 13, 22, 40, 150] as const;
const CALLS = [3, 2, 1, 6, 4, 0, 0, 0] as const;
const EVENLY = { messages: 30, calls: 2 } as const;

export function countOfConversations({ size }: Seed): number {
  return Math.round(AT_SIZE_ONE * size);
}

export function planOf(workspace: Seed, index: number): Plan {
  const { seed, endsAt } = workspace;
  const draw = drawFor(seed, ABOUT.conversation, index);
  const quietMs = YEARS_MS * 0.98 * draw.fraction() ** 2.5;
  const spanMs = (YEARS_MS - quietMs) * (0.05 + 0.9 * draw.fraction());
  const share = shareOf(workspace, index);
  return {
    index,
    id: shortId('CN', seed, index),
    phoneNumberId: numbersOf(seed)[numberAt(seed, index)]!.id,
    people: peopleOf(seed, index, share.isGroup),
    messages: share.messages,
    calls: share.calls,
    from: endsAt - quietMs - spanMs,
    to: endsAt - quietMs,
    isDeleted: index % 37 === 5,
  };
}

function shareOf(
  workspace: Seed,
  index: number,
): { messages: number; calls: number; isGroup: boolean } {
  const block = Math.floor(index / 8);
  if ((block + 1) * 8 > countOfConversations(workspace)) return { ...EVENLY, isGroup: false };
  const draw = drawFor(workspace.seed, ABOUT.conversation, block, 8);
  const [turn, callTurn] = [draw.below(8), draw.below(8)];
  const callPlace = (index + callTurn) % 8;
  return {
    messages: MESSAGES[(index + turn) % 8]!,
    calls: CALLS[callPlace]!,
    isGroup: callPlace === 6 && block % 2 === 0,
  };
}

/** Every fifth conversation is with the person of the one before it, on another number. */
function personIndex(index: number): number {
  return index % 5 === 4 ? personIndex(index - 1) : index - Math.floor(index / 5);
}

/** People write to a number where their language is spoken. */
const NUMBERS: Readonly<Record<Language, readonly number[]>> = {
  en: [0, 1, 2, 3, 4, 5, 6, 7, 15],
  fr: [8, 9, 12],
  nl: [10, 11],
  es: [13, 14],
};

function numberAt(seed: number, index: number): number {
  const numbers = NUMBERS[personAt(seed, personIndex(index)).language];
  const isSecond = index % 5 === 4;
  const place = drawFor(seed, ABOUT.number, personIndex(index)).below(numbers.length);
  return numbers[(place + (isSecond ? 1 : 0)) % numbers.length]!;
}

function peopleOf(seed: number, index: number, isGroup: boolean): readonly Person[] {
  const first = personIndex(index);
  const others = isGroup ? 2 + (index % 3) : 0;
  return Array.from({ length: 1 + others }, (_, i) => personAt(seed, first + i));
}
