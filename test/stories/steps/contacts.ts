import { expect } from 'vitest';
import type { Desk } from './desk.ts';

/** The list narrows while one types, and says how many are left. */
export async function expectTheSearchFinds({ page, go }: Desk, count: number): Promise<void> {
  await go('/contacts');
  const status = page.locator('#contact-list [role=status]');
  expect(await status.innerText()).toContain(count.toLocaleString('en-US'));
  const [first] = await page.locator('#contact-list tbody th a').allInnerTexts();
  await page.locator('[role=search] [name=q]').pressSequentially(first ?? '');
  await expect.poll(() => status.innerText()).toMatch(/^\d{1,3} contacts?$/);
  const found = await page.locator('#contact-list tbody th').allInnerTexts();
  expect(found.some((name) => name.includes(first ?? ''))).toBe(true);
  expect(new URL(page.url()).searchParams.get('q')).toBe(first);
}
