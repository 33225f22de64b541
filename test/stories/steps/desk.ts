import type { Page } from 'playwright-core';
import { password } from '#test/support/world.ts';
import { consoleErrors, launchBrowser, type Browser } from '#test/support/page.ts';

/** Somebody at work in a browser of their own. */
export interface Desk {
  page: Page;
  url: string;
  /** What the console has complained of; must stay empty. */
  errors: string[];
  go: (path: string) => Promise<void>;
  leave: () => Promise<void>;
}

/** Opens a browser and signs in by the page. */
export async function sitDown(url: string, email: string): Promise<Desk> {
  const browser: Browser = await launchBrowser();
  const page = await browser.open();
  page.setDefaultTimeout(20_000);
  const desk: Desk = {
    page,
    url,
    errors: consoleErrors(page),
    go: async (path) => void (await page.goto(url + path)),
    leave: browser.close,
  };
  await desk.go('/sign-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.click('#sign-in [type=submit]');
  await page.waitForURL((address) => address.pathname === '/');
  return desk;
}

/** The number in `<dt>label</dt><dd>1,234</dd>` of a region. */
export async function figureOf(page: Page, region: string, label: string): Promise<number> {
  const value = page.locator(`${region} dt:text-is("${label}") + dd`).first();
  const [digits = ''] = /[\d,]+/.exec(await value.innerText()) ?? [];
  return Number(digits.replaceAll(',', ''));
}

/** How long something took, for the figures that a story prints. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - began), result };
}
