import { expect } from 'vitest';
import type { Phones, ShownOnPhone } from '#test/support/product/phones.ts';

/** What the phone was told from a point on, by us or by the provider. */
async function toldSince(phones: Phones, number: string, seen: number): Promise<ShownOnPhone[]> {
  const shown = await phones.shownOn(number);
  return shown.slice(seen).filter(({ direction }) => direction === 'in');
}

/** Writes a word and waits for its one answer; a moment later it is still the only one. */
export async function writeKeyword(
  phones: Phones,
  number: string,
  word: string,
): Promise<ShownOnPhone[]> {
  const seen = (await phones.shownOn(number)).length;
  await phones.write(number, { body: word });
  await expect
    .poll(async () => (await toldSince(phones, number, seen)).length, { timeout: 15_000 })
    .toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return toldSince(phones, number, seen);
}
