import { ABOUT, mix } from './draw.ts';

/** The kinds of what is numbered; messages and calls both begin with AC, as in earnest. */
const PREFIX = { message: 'AC', call: 'AC', contact: '' } as const;
const ORDER = { message: 0, call: 1, contact: 2 } as const;

export type Numbered = keyof typeof PREFIX;

/** The id of the object that stands at `place` (below 2^30) of its kind; `placeOf` reads it back. */
export function idAt(seed: number, kind: Numbered, place: number): string {
  const packed = place * 4 + ORDER[kind];
  const masked = (packed ^ mix(seed, ABOUT.id)) >>> 0;
  return `${PREFIX[kind]}${hex(mix(seed, ABOUT.id, packed))}${hex(masked)}${hex(mix(packed, seed))}`;
}

/** Where the object with this id stands, or undefined where the seed made no such id. */
export function placeOf(seed: number, kind: Numbered, id: string): number | undefined {
  const from = PREFIX[kind].length + 8;
  const masked = Number.parseInt(id.slice(from, from + 8), 16);
  const packed = (masked ^ mix(seed, ABOUT.id)) >>> 0;
  const place = Math.floor(packed / 4);
  return idAt(seed, kind, place) === id ? place : undefined;
}

/** An id that is found by looking through a short list: a number, a user, a conversation. */
export function shortId(
  prefix: 'PN' | 'US' | 'OR' | 'GR' | 'CN' | 'VM' | 'CR',
  ...parts: number[]
): string {
  return `${prefix}${hex(mix(ABOUT.id, prefix.charCodeAt(0), prefix.charCodeAt(1), ...parts))}${hex(mix(...parts, prefix.charCodeAt(1)))}`;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
