import { plainText } from '#domain/contacts/plain-text.ts';
import { standardField } from './merge-fields.ts';

/**
 * A field's value as it may stand in a message; null when it is blank.
 * A value that is itself half a template, or a programmer's nothing, counts as blank:
 * lists of contacts hold both, and nobody is to read `{{name}}` or `null`.
 */
export function mergeValue(key: string, raw: string | null | undefined): string | null {
  const value = plainText(raw ?? '');
  if (value === '' || leftover.test(value) || nothing.test(value)) return null;
  return standardField(key)?.isName ? nameCase(value) : value;
}

/** Braces and brackets of templates that were never filled. */
export const leftover = /[{}]|\[\[|\]\]|<%|%>/;

const nothing = /^(undefined|null|nan|n\/a|\[object object\])$/i;

/** Only a shouted or an all-lower name is rewritten: van der Berg and McKay know how they are spelt. */
function nameCase(name: string): string {
  const lower = name.toLowerCase();
  const shouted = name === name.toUpperCase();
  if (!shouted && name !== lower) return name;
  if (shouted && initials.test(name)) return name;
  return lower.replaceAll(wordStart, (start) => start.toUpperCase());
}

/** JP, DJ and J. are how those people write themselves; AL and ED are shouted. */
const initials = /^(\p{Lu}\.?|[^AEIOUY\P{Lu}]{2})$/u;

const wordStart = /(?<=^|[\s-]|(?:^|[\s-])\p{L}['’])\p{L}/gu;
