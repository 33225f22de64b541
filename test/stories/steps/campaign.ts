import { expect } from 'vitest';
import type { Phones, Taken } from '#test/support/product/phones.ts';
import { figureOf, type Desk } from './desk.ts';

export interface Plan {
  name: string;
  sequence: string;
  tags: string;
  dailyLimit: number;
}

export interface Launched {
  path: string;
  /** How many the review said would get it. */
  people: number;
  matching: number;
}

/** Sets a campaign up: the version, the audience with its live count, hours, limit and consent. */
async function setUpCampaign({ page, go }: Desk, plan: Plan): Promise<void> {
  await go('/campaigns/new');
  await page.fill('[name=name]', plan.name);
  await page.selectOption('[name=versionId]', { label: plan.sequence });
  await page.click('#new-campaign [type=submit]');
  await page.waitForSelector('#set-up');
  const before = await page.innerText('.reach-count');
  await page.fill('[name=tagsAll]', plan.tags);
  await expect.poll(() => page.innerText('.reach-count')).not.toBe(before);
  await page.fill('[name=dailyLimit]', `${plan.dailyLimit}`);
  await page.fill('[name=from]', '09:00');
  await page.fill('[name=to]', '18:00');
  await page.selectOption('[name=basis]', '');
  expect(await page.inputValue('[name=zone]')).toBe('America/New_York');
}

/** The decision as a sentence: who gets it, who not and why, what it costs, when it is over. */
async function reviewCampaign({ page }: Desk): Promise<Omit<Launched, 'path'>> {
  await page.click('button[value=review]');
  await page.waitForURL(/\/review$/);
  const sentence = await page.innerText('h1');
  expect(sentence).toMatch(
    /^\d+ people will be written to, from .+ until about .+\. \d+ will not\.$/,
  );
  const people = await figureOf(page, '.figs', 'People');
  const [, matching = ''] = /of (\d+) who match/i.exec(await page.innerText('.figs')) ?? [];
  const reasons = await page.locator('#excluded td.n').allInnerTexts();
  expect(sum(reasons)).toBe(Number(matching) - people);
  expect(await page.innerText('.figs')).toMatch(/\$\d+\.\d\d/);
  return { people, matching: Number(matching) };
}

export async function launch(desk: Desk, plan: Plan): Promise<Launched> {
  await setUpCampaign(desk, plan);
  const reviewed = await reviewCampaign(desk);
  await desk.page.click('.launch [type=submit]');
  await desk.page.waitForSelector('#campaign[data-state=launching], #campaign[data-state=running]');
  return { path: new URL(desk.page.url()).pathname, ...reviewed };
}

/** Nobody touches the page: it counts along by itself. */
export async function watchTheFirstMessages(
  { page, errors }: Desk,
  phones: Phones,
): Promise<Taken[]> {
  const sent = () => figureOf(page, '#campaign .figs', 'Sent');
  const address = page.url();
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await expect.poll(sent, { timeout: 30_000, interval: 100 }).toBeGreaterThan(0);
  await expect
    .poll(
      async () => (await phones.ledger()).length === (await sent()) && (await isQuiet(phones)),
      {
        timeout: 60_000,
        interval: 500,
      },
    )
    .toBe(true);
  expect(await page.innerText('#campaign-head h1')).toContain('Running');
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  expect(errors).toEqual([]);
  return phones.ledger();
}

/** Whoever did not get it stands on the page with the reason, and can be listed. */
export async function expectReasonsOfThoseWithout(
  { page, go }: Desk,
  launched: Launched,
): Promise<void> {
  await go(launched.path);
  const reasons = page.locator('#who-not table tr');
  const counts = await reasons.locator('td.n').allInnerTexts();
  expect(sum(counts)).toBe(launched.matching - launched.people);
  const [first = ''] = counts;
  await reasons.locator('a').first().click();
  await page.waitForURL(/show=excluded/);
  expect(await page.locator('main tbody tr').count()).toBe(Number(first));
}

export async function order(
  { page, go }: Desk,
  launched: Launched,
  what: 'pause' | 'resume',
): Promise<void> {
  await go(launched.path);
  await page.click(`form[action$="/${what}"] button`);
  await page.waitForSelector(`#campaign[data-state=${what === 'pause' ? 'paused' : 'running'}]`);
}

export async function stopCampaign({ page, go }: Desk, launched: Launched): Promise<void> {
  await go(launched.path);
  await page.click(`form[action$="/stop"] button`);
  await page.click('#confirm [data-answer=yes]');
  await page.waitForSelector('#campaign[data-state=stopped]');
}

async function isQuiet(phones: Phones): Promise<boolean> {
  const before = (await phones.ledger()).length;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return (await phones.ledger()).length === before;
}

const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + Number(text), 0);
