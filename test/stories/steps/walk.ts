import { expect } from 'vitest';
import { phoneText } from '#domain/contacts/phone-text.ts';
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

/**
 * One walk is paused and goes on; told to send now it skips the wait, and the gate still holds it, for the
 * same person had a message today. Another is stopped for good. Neither is one of `others`.
 */
export async function expectOrdersHeeded(
  desk: Desk,
  launched: Launched,
  others: readonly string[],
): Promise<void> {
  const { page } = desk;
  const headline = () => page.innerText('#walk-head h1');
  await openWalk(desk, launched, others, 'first');
  await page.click('form[action$="/pause"] button');
  await expect.poll(headline).toMatch(/is paused/);
  await page.click('form[action$="/resume"] button');
  await expect.poll(headline).toMatch(/waits until/);
  await page.click('form[action$="/send-now"] button');
  await expect
    .poll(() => page.innerText('#walk-head'), { timeout: 10_000 })
    .toMatch(/Messages to them in 24 hours: 1 of 1/);
  await openWalk(desk, launched, others, 'last');
  await page.click('form[action$="/stop"] button');
  await page.click('#confirm [data-answer=yes]');
  await expect.poll(headline).toMatch(/is over: somebody stopped it/);
}

async function openWalk(
  { page, go }: Desk,
  launched: Launched,
  others: readonly string[],
  which: 'first' | 'last',
): Promise<void> {
  await go(`${launched.path}/people?show=walking`);
  const spared = others.reduce(
    (lines, number) => lines.filter({ hasNotText: phoneText(number) }),
    page.locator('main tbody tr').filter({ hasText: 'Walking' }),
  );
  await spared[which]().locator('th a').click();
  await page.waitForURL(/\/memberships\//);
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
