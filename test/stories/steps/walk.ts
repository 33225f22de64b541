import { expect } from 'vitest';
import type { Desk } from './desk.ts';
import type { Launched } from './campaign.ts';

/** From the campaign to one person's walk: where they stand, each decision and why, and the engine's own view. */
export async function expectAWalkExplained({ page, go }: Desk, launched: Launched): Promise<void> {
  await go(`${launched.path}/people?show=walking`);
  await page.locator('main tbody th a').first().click();
  await page.waitForURL(/\/memberships\//);
  expect(await page.innerText('h1')).toMatch(/waits until/);
  await page.locator('#line details summary').first().click();
  const looks = await page.locator('#line .passport').first().locator('tbody tr').count();
  expect(looks).toBeGreaterThan(10);
  await opensInTheEngine({ page });
}

async function opensInTheEngine({ page }: Pick<Desk, 'page'>): Promise<void> {
  const href = await page.getAttribute('a[target=_blank][href*="/workflows/"]', 'href');
  const [, id = ''] = /\/workflows\/(.+)$/.exec(href ?? '') ?? [];
  expect((await fetch(href ?? '')).status).toBe(200);
  const origin = new URL(href ?? '').origin;
  const known = await fetch(`${origin}/api/v1/namespaces/default/workflows/${id}`);
  expect(known.status).toBe(200);
}

/** Moves the clock of the workspace by its page; whoever waited comes due. */
export async function moveTheClock(
  { page, go }: Desk,
  move: 'hour' | 'tomorrow' | 'three-days',
): Promise<void> {
  await go('/clock');
  const before = await page.innerText('h1');
  await page.click(`button[name=move][value=${move}]`);
  await expect.poll(() => page.innerText('h1')).not.toBe(before);
}
