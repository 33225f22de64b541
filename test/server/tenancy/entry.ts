import type { Permission } from '#domain/access/permissions.ts';
import type { TestWorld } from '#test/support/world.ts';
import type { Foreign } from './foreign.ts';

export type Form = Record<string, string | readonly string[]>;

/**
 * One's own thing with ids of someone else's in the form or the query: they may be refused or passed
 * over, but no row of one's own may name them afterwards.
 */
type Bodies = (own: TestWorld['alder'], foreign: Foreign) => { path: string; form?: Form }[];

/**
 * How a route is tried with what belongs to someone else.
 * - `open`: for anyone, signed in or not; only its words are looked at.
 * - `own`: it names nothing; it must answer a seat of its own workspace, without a foreign word.
 * - `foreign`: each `:part` of its address names something of the other workspace, and it must refuse.
 */
export type Entry =
  | { kind: 'open'; path?: string; form?: Form }
  | { kind: 'own'; needs?: Permission; path?: string; form?: Form; bodies?: Bodies }
  | { kind: 'foreign'; parts: Parts; needs?: Permission; form?: Form; bodies?: Bodies };

/** What a part names; one that names nothing is written as `'=text'`. */
type Parts = Record<string, keyof Foreign | `=${string}`>;

type Rest<K extends Entry['kind']> = Omit<Extract<Entry, { kind: K }>, 'kind' | 'parts'>;

/** For anyone. */
export const open = (more: Rest<'open'> = {}): Entry => ({ kind: 'open', ...more });
/** It names nothing. */
export const own = (more: Rest<'own'> = {}): Entry => ({ kind: 'own', ...more });
/** Each part of its address names something of the other workspace. */
export const foreign = (parts: Parts, more: Rest<'foreign'> = {}): Entry => ({
  kind: 'foreign',
  parts,
  ...more,
});
