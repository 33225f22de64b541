import { plainText } from './plain-text.ts';

/** Tags of one cell, parted by `;` or `|`, or by commas where neither occurs; each once, in any case. */
export function readTags(cell: string): string[] {
  const text = plainText(cell);
  const parts = text.split(/[;|]/.test(text) ? /[;|]/ : ',');
  return distinctTags(parts.map((part) => part.trim()).filter((tag) => tag !== ''));
}

/** The same tags without repeats; `Hot Lead` repeats `hot lead`, and the first spelling stays. */
export function distinctTags(tags: readonly string[]): string[] {
  const bySense = new Map<string, string>();
  for (const tag of tags) {
    const sense = tagSense(tag);
    if (!bySense.has(sense)) bySense.set(sense, tag);
  }
  return [...bySense.values()];
}

/** Two tags are one where their senses are equal. */
export const tagSense = (tag: string): string => tag.normalize('NFC').toLowerCase();
