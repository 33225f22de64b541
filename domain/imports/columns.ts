import { readDate } from '#domain/contacts/dates.ts';
import { emailAddress } from '#domain/contacts/email-address.ts';
import type { CustomType } from '#domain/contacts/fields.ts';
import { readMoney } from '#domain/contacts/money.ts';
import { folded } from '#domain/contacts/country.ts';
import { readPhone } from '#domain/contacts/phone-number.ts';
import { headerWords } from './header-words.ts';

/** What a column of a list may hold; everything else is a custom field or is left out. */
export const columnTargets = [
  'first-name',
  'last-name',
  'full-name',
  'company',
  'mobile',
  'other-phone',
  'email',
  'street',
  'city',
  'region',
  'postal-code',
  'country',
  'time-zone',
  'language',
  'tags',
  'consent',
  'consent-date',
  'notes',
  'created',
] as const;

export type ColumnTarget = (typeof columnTargets)[number];

export type ColumnUse =
  | { to: 'target'; target: ColumnTarget }
  | { to: 'custom'; key: string; type: CustomType }
  | { to: 'nothing' };

/** One use per column of the file, in its order. */
export type Mapping = readonly ColumnUse[];

/**
 * What each column most likely holds, by its header (English, Dutch, French, Spanish), else by what its
 * cells look like. A target is given once; a column that is not recognised becomes a custom field.
 */
export function guessMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  country: string,
): Mapping {
  const taken = new Set<string>();
  const byHeader = guessByHeader(header, taken);
  return header.map((name, at): ColumnUse => {
    const sample = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
    const target = byHeader[at] ?? claimed(targetLike(sample, country, taken), taken);
    if (target) return { to: 'target', target };
    if (name.trim() === '' && sample.length === 0) return { to: 'nothing' };
    return { to: 'custom', key: claimedKey(name, at, taken), type: typeLike(sample, country) };
  });
}

export type MappingProblem = 'no-address-column' | 'repeated-key';

/** Why a list cannot be imported with this mapping; empty where it can. */
export function mappingProblems(mapping: Mapping): MappingProblem[] {
  const targets = mapping.map((use) => (use.to === 'target' ? use.target : null));
  const keys = mapping.flatMap((use) => (use.to === 'custom' ? [use.key] : []));
  const addressed = targets.some((target) => target && addressTargets.has(target));
  const problems: MappingProblem[] = addressed ? [] : ['no-address-column'];
  return new Set(keys).size === keys.length ? problems : [...problems, 'repeated-key'];
}

/** A use as the value of a form's option: `first-name`, `custom:last_job:date`, `nothing`. */
export function columnUseText(use: ColumnUse): string {
  switch (use.to) {
    case 'target':
      return use.target;
    case 'custom':
      return `custom:${use.key}:${use.type}`;
    case 'nothing':
      return 'nothing';
  }
}

/** The use that such a value names, or null. */
export function columnUse(text: string): ColumnUse | null {
  if (text === 'nothing') return { to: 'nothing' };
  const target = columnTargets.find((name) => name === text);
  if (target) return { to: 'target', target };
  const [, key, type] = /^custom:([\p{L}\p{N}_]{1,60}):(text|date|money)$/u.exec(text) ?? [];
  return key && type ? { to: 'custom', key, type: type as CustomType } : null;
}

/** The key of a custom field, as merge fields write it: `Last Job` gives `last_job`. */
export const customKey = (header: string): string =>
  folded(header)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);

const addressTargets: ReadonlySet<ColumnTarget> = new Set(['mobile', 'other-phone', 'email']);

const targetOf = (header: string): ColumnTarget | 'phone' | null => {
  const name = folded(header)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return headerWords.get(name) ?? headerWords.get(name.replaceAll(' ', '')) ?? null;
};

/** A column that says mobile is the mobile; one that says only phone is, where there is no such column. */
function guessByHeader(header: readonly string[], taken: Set<string>): (ColumnTarget | null)[] {
  const targets = header.map(targetOf);
  const sure = targets.map((target) => (target === 'phone' ? null : claimed(target, taken)));
  return sure.map((target, at) => {
    if (targets[at] !== 'phone') return target;
    return claimed('mobile', taken) ?? claimed('other-phone', taken);
  });
}

/** Sample cells decide only what hardly anything else looks like. */
function targetLike(
  sample: readonly string[],
  country: string,
  taken: ReadonlySet<string>,
): ColumnTarget | null {
  if (mostly(sample, (cell) => emailAddress(cell) !== null)) return 'email';
  if (!mostly(sample, (cell) => looksLikePhone(cell, country))) return null;
  return taken.has('mobile') ? 'other-phone' : 'mobile';
}

const looksLikePhone = (cell: string, country: string): boolean =>
  readPhone(cell, country).kind === 'usable' && readMoney(cell)?.currency == null;

function typeLike(sample: readonly string[], country: string): CustomType {
  if (mostly(sample, (cell) => readDate(cell) !== null && !/^\d+$/.test(cell))) return 'date';
  const amounts = sample.filter((cell) => readMoney(cell, country) !== null);
  const named = amounts.some((cell) => readMoney(cell, country)?.currency !== null);
  return named && amounts.length >= sample.length * enough ? 'money' : 'text';
}

/** Real columns hold strays, such as `TBD` among dates or Excel's day numbers. */
const enough = 0.6;

const mostly = (sample: readonly string[], test: (cell: string) => boolean): boolean =>
  sample.length > 0 && sample.filter(test).length >= sample.length * enough;

function claimed(target: ColumnTarget | null, taken: Set<string>): ColumnTarget | null {
  if (!target || taken.has(target)) return null;
  taken.add(target);
  return target;
}

function claimedKey(header: string, at: number, taken: Set<string>): string {
  const wanted = customKey(header) || `column_${at + 1}`;
  let key = wanted;
  for (let again = 2; taken.has(`custom:${key}`); again += 1) key = `${wanted}_${again}`;
  taken.add(`custom:${key}`);
  return key;
}
