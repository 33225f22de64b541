import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered } from '#test/server/tenancy/walk.ts';
import { openApp } from '#test/support/app.ts';
import { axeViolations, consoleErrors, noBrowser } from '#test/support/page.ts';
import { openSeatedBrowser, type SeatedBrowser } from '#test/support/seated-browser.ts';
import { openFilledWorld, type FilledWorld } from './filled-world.ts';
import { noPages, pathOf, variantsOf } from './own-paths.ts';

const KB = 1024;
const most = { html: 14 * KB, statements: 8, requests: 12 };
const widths = [360, 768, 1280];

describe.skipIf(noBrowser())('every page of a filled workspace', { timeout: 240_000 }, () => {
  let world: FilledWorld;
  let browser: SeatedBrowser;
  let page: Page;
  let errors: string[];
  const paths: string[] = [];

  beforeAll(async () => {
    world = await openFilledWorld();
    browser = await openSeatedBrowser(world);
    page = await browser.open(world.alder.maren, '/');
    errors = consoleErrors(page);
    paths.push(...(await pagesOf(page, world, browser.url)));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.end();
  });

  it('answers, light in bytes, requests and statements', async () => {
    const heavy: string[] = [];
    for (const path of paths) heavy.push(...(await weigh(page, browser.url, path)));
    expect(heavy).toEqual([]);
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    expect(paths.length).toBeGreaterThan(30);
  });

  it('is free of what axe finds in both themes at three widths, and never wider than its window', async () => {
    const faults: string[] = [];
    const queue = paths.values();
    const look = async (tab: Page) => {
      for (const path of queue) {
        await tab.goto(browser.url + path);
        for (const width of widths) faults.push(...(await faultsAt(tab, path, width)));
      }
    };
    await Promise.all([look(page), look(await browser.open(world.alder.maren, '/'))]);
    expect(faults).toEqual([]);
  });
});

/** Whatever answers a plain visit with a document. */
async function pagesOf(page: Page, world: FilledWorld, url: string): Promise<string[]> {
  const routes = registered(openApp(world).app)
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice('GET '.length))
    .filter((route) => !noPages.includes(route));
  const candidates = [...routes.map((route) => pathOf(route, world)), ...variantsOf(world)];
  const pages: string[] = [];
  for (const path of candidates) {
    const answer = await page.request.get(url + path, { maxRedirects: 0 });
    if (answer.status() >= 500) throw new Error(`${path} answers ${answer.status()}`);
    if (/^<!doctype html>/i.test(await answer.text())) pages.push(path);
  }
  return pages;
}

async function weigh(page: Page, url: string, path: string): Promise<string[]> {
  const requests: string[] = [];
  const count = (response: Response) => requests.push(response.url());
  page.on('response', count);
  const answer = await page.goto(url + path);
  page.off('response', count);
  const html = gzipSync((await answer?.body()) ?? '').length;
  const timing = answer?.headers()['server-timing'] ?? '';
  const statements = Number(/desc="(\d+) statements"/.exec(timing)?.[1]);
  return [
    ...(html > most.html ? [`${path}: ${html} bytes of HTML`] : []),
    ...(statements <= most.statements ? [] : [`${path}: ${statements} statements`]),
    ...(requests.length > most.requests ? [`${path}: ${requests.length} requests`] : []),
  ];
}

/** The whole of axe in the light; in the dark what a theme can change. */
async function faultsAt(page: Page, path: string, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeViolations(page, 'theme');
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...light.map((fault) => `${path} at ${width}: ${fault}`),
    ...dark.map((fault) => `${path} at ${width} in the dark: ${fault}`),
    ...(wide > 0 ? [`${path} at ${width}: ${wide} px too wide`] : []),
  ];
}
