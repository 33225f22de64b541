import { expect } from 'vitest';
import type { Phones } from '#test/support/product/phones.ts';
import { timed, type Desk } from './desk.ts';

/** Somebody answers while the inbox stands open. @returns milliseconds from the phone to the screen */
export async function hearAReply(
  { page }: Desk,
  phones: Phones,
  says: { from: string; body: string },
): Promise<number> {
  const shown = page.waitForFunction(
    (text) => document.querySelector('#convs')?.textContent?.includes(text),
    says.body,
    { polling: 'raf', timeout: 10_000 },
  );
  const { ms } = await timed(async () => {
    await phones.write(says.from, { body: says.body });
    await shown;
  });
  return ms;
}

/** Opens a conversation by what it says in the list. */
export async function openConversation({ page }: Desk, text: string): Promise<void> {
  await page.click(`#convs a:has-text("${text}")`);
  await page.waitForSelector(`#talk :text("${text}")`);
}

/** The agent answers; the phone shows it, and the state walks to delivered on the screen. */
export async function answer(
  { page }: Desk,
  phones: Phones,
  { to, body }: { to: string; body: string },
): Promise<void> {
  await page.fill('#text', body);
  await page.click('#reply button[type=submit]');
  await expect
    .poll(async () => (await phones.shownOn(to)).some((one) => one.body === body), {
      timeout: 15_000,
    })
    .toBe(true);
  const mine = page.locator('#talk .msg.out', { hasText: body });
  await mine.locator('[data-state=delivered]').waitFor({ timeout: 15_000 });
  expect(await page.inputValue('#text')).toBe('');
}

export async function seeThePicture({ page }: Desk, phones: Phones, from: string): Promise<void> {
  await phones.write(from, { body: 'This is how it looks now', media: 'picture' });
  const picture = page.locator('#talk .thumb img').last();
  await picture.waitFor({ timeout: 20_000 });
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
}
