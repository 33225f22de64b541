import { plainText } from './plain-text.ts';

export type PersonName = { firstName: string | null; lastName: string | null };

/**
 * The first and last name of two cells. `Garcia, Brian` is turned round, a whole name in the first cell is
 * parted, shouted and whispered names get capitals. Everything else stays as text: markup, braces and
 * formulas are made harmless where they are shown or exported, not here.
 */
export function readName(firstCell: string, lastCell: string): PersonName {
  const first = plainText(firstCell);
  const last = plainText(lastCell);
  const alone = first === '' ? last : last === '' ? first : '';
  return named(turnedRound(alone) ?? parted(alone === first ? first : '') ?? { first, last });
}

/** The first and last name of one cell that holds both. */
export function readFullName(cell: string): PersonName {
  const text = plainText(cell);
  return named(turnedRound(text) ?? parted(text) ?? lastWordApart(text));
}

type Parts = { first: string; last: string };

const named = ({ first, last }: Parts): PersonName => ({
  firstName: calmed(first) || null,
  lastName: calmed(last) || null,
});

const namePart = String.raw`\p{L}[\p{L}\p{M}'’‘.-]*`;
const lastCommaFirst = new RegExp(
  `^(${namePart}(?: ${namePart}){0,2}), (${namePart}(?: ${namePart})?)$`,
  'u',
);
const twoWords = new RegExp(`^(${namePart}) (${namePart})$`, 'u');
const notFirstName =
  /^(?:jr|sr|ii|iii|iv|md|phd|dds|dmd|esq|cpa|rn|inc|llc|ltd|co|corp|bv|nv|sa|sl|srl)\.?$/i;

function turnedRound(text: string): Parts | null {
  const [, last, first] = lastCommaFirst.exec(text) ?? [];
  return last && first && !notFirstName.test(first) ? { first, last } : null;
}

function parted(text: string): Parts | null {
  const [, first, last] = twoWords.exec(text) ?? [];
  return first && last && !title.test(first) ? { first, last } : null;
}

const title = /^(?:dr|mr|mrs|ms|mx|prof|sr|sra|mme|mlle|dhr|mevr|the|los|las)\.?$/i;

function lastWordApart(text: string): Parts {
  const space = text.lastIndexOf(' ');
  const couple = /[&/+]|\b(?:and|en|et|y)\b/.test(text);
  if (space < 0 || couple) return { first: text, last: '' };
  return { first: text.slice(0, space), last: text.slice(space + 1) };
}

/** Capitals where a name is all capitals or all small; mixed case is how its owner writes it. */
export function calmed(name: string): string {
  const letters = name.replaceAll(/[^\p{L}]/gu, '');
  const oneCase = name === name.toUpperCase() || name === name.toLowerCase();
  if (letters.length < 3 || !oneCase || !/^[\p{L}\p{M}\s'’‘.&,-]+$/u.test(name)) return name;
  return name
    .toLowerCase()
    .replaceAll(/(?<=^|[\s.&-])\p{L}/gu, upper)
    .replaceAll(/(?<=(?:^|\s)\p{Lu}['’‘])\p{L}/gu, upper)
    .replaceAll(/(?<=(?:^|\s)Mc)\p{L}/gu, upper);
}

const upper = (letter: string): string => letter.toUpperCase();
