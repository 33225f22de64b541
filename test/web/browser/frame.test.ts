import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import {
  consoleErrors,
  launchBrowser,
  noBrowser,
  serveApp,
  type Browser,
} from '#test/support/page.ts';
import { webApp } from '#test/support/web-app.ts';
import { sampleRoutes, type Streams } from './sample-routes.tsx';

const streams: Streams = { asked: [], drop: () => undefined };

describe.skipIf(noBrowser())('the frame in a real browser', { timeout: 30_000 }, () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveApp>>;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serveApp(webApp({ routes: sampleRoutes(streams) }));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  beforeEach(async () => {
    page = await browser.open();
    errors = consoleErrors(page);
    await page.goto(`${served.url}/`);
    await page.waitForSelector('#status:has-text("live")');
  });
  afterEach(async () => {
    await page.close();
  });

  const focused = () =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

  it('a move by the menu swaps the content, focuses its heading, tells its title and marks the place', async () => {
    const before = streams.asked.length;
    await page.click('.nav a[href="/contacts"]');
    await page.waitForSelector('h1:has-text("Contacts")');
    await expect.poll(focused).toBe('H1');
    await expect.poll(() => page.textContent('#announcer')).toContain('Contacts · Throughline');
    expect(await page.getAttribute('.nav [aria-current]', 'href')).toBe('/contacts');
    expect(await page.title()).toContain('Contacts · Throughline');
    expect(streams.asked.length).toBe(before);
    expect(errors).toEqual([]);
  });

  it('Back fetches the page before, with its place in the menu', async () => {
    await page.click('.nav a[href="/contacts"]');
    await page.waitForSelector('h1:has-text("Contacts")');
    await page.click('.nav a[href="/sequences"]');
    await page.waitForSelector('h1:has-text("Sequences")');
    await page.goBack();
    await page.waitForSelector('h1:has-text("Contacts")');
    expect(page.url()).toBe(`${served.url}/contacts`);
    await expect.poll(() => page.getAttribute('.nav [aria-current]', 'href')).toBe('/contacts');
    expect(await page.locator('.top').count()).toBe(1);
  });

  it('a morph keeps what a person opened, typed and focused', async () => {
    await page.click('#more summary');
    await page.fill('#typed', 'half a sentence');
    await page.evaluate(() => document.getElementById('again')?.click());
    await page.waitForSelector('#said:has-text("again")');
    expect(await page.getAttribute('#more', 'open')).not.toBeNull();
    expect(await page.inputValue('#typed')).toBe('half a sentence');
    expect(await focused()).toBe('typed');
  });

  it('a refused form comes back with what was typed, and its summary takes the focus', async () => {
    await page.fill('#f-name', 'ab');
    await page.click('#form [type=submit]');
    await page.waitForSelector('#form .banner');
    expect(await page.inputValue('#f-name')).toBe('ab');
    expect(await page.getAttribute('#f-name', 'aria-invalid')).toBe('true');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className))
      .toContain('banner');
    await page.click('#form .banner a');
    expect(await focused()).toBe('f-name');
  });

  it('a failure of the server leaves the region alone and shows a toast with the code', async () => {
    await page.click('#boom');
    await page.waitForSelector('.toast:has-text("Code for support")');
    expect(await page.textContent('#said')).toBe('first');
    await page.click('.toast [data-dismiss]');
    expect(await page.locator('.toast').count()).toBe(0);
  });

  it('a server that cannot be reached is told', async () => {
    await page.route('**/sample', (route) => route.abort());
    await page.click('#again');
    await page.waitForSelector('.toast:has-text("cannot be reached")');
    expect(await page.textContent('#said')).toBe('first');
  });

  it('a dialog opens by its answer, closes by an event and gives the focus back', async () => {
    await page.click('#ask');
    await page.waitForSelector('#modal[open]');
    expect(await focused()).toBe('modal-title');
    await page.click('#modal .dialog-foot button');
    await page.waitForSelector('#modal:not([open])', { state: 'attached' });
    await page.waitForSelector('#status:has-text("closed")');
    expect(await focused()).toBe('ask');
    expect(await page.textContent('#modal')).toBe('');
  });

  it('Escape closes a dialog', async () => {
    await page.click('#ask');
    await page.waitForSelector('#modal[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#modal:not([open])', { state: 'attached' });
    expect(await focused()).toBe('ask');
  });

  it('a question is asked in our own dialog, and only yes carries on', async () => {
    await page.click('#sure');
    await page.waitForSelector('#confirm[open]:has-text("Really?")');
    await page.click('[data-answer=no]');
    expect(await page.textContent('#said')).toBe('first');
    await page.click('#sure');
    await page.click('[data-answer=yes]');
    await page.waitForSelector('#said:has-text("again")');
  });

  it('an event of a removed element is heard by those who listen on document', async () => {
    await page.click('#remove');
    await page.waitForSelector('#hears:has-text("heard")');
    expect(await page.locator('#row').count()).toBe(0);
  });

  it('single keys work outside of fields and rest inside of them', async () => {
    await page.focus('#typed');
    await page.keyboard.type('a');
    expect(await page.inputValue('#typed')).toBe('a');
    expect(await page.textContent('#said')).toBe('first');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('a');
    await page.waitForSelector('#said:has-text("again")');
    await page.keyboard.type('gc');
    await page.waitForSelector('h1:has-text("Contacts")');
  });

  it('the keys of a page are shown by "?", and can be switched off for good', async () => {
    await page.keyboard.press('?');
    await page.waitForSelector('#keys[open] li:has-text("Contacts")');
    expect(await page.textContent('#keys li:has-text("Inbox")')).toBe('Inboxg i');
    await page.click('#keys .switch');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('a');
    await page.waitForTimeout(300);
    expect(await page.textContent('#said')).toBe('first');
    await page.keyboard.press('?');
    await page.click('#keys .switch');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.waitForSelector('#said:has-text("again")');
  });

  it('a search answers while someone types, keeps the other filters and can be linked to', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('ruth');
    await page.waitForSelector('#found:has-text("found ruth")');
    expect(page.url()).toBe(`${served.url}/found?q=ruth&tag=roof`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('a theme is chosen at once and for the pages to come', async () => {
    await page.click('[popovertarget=user-menu]');
    await page.click('#user-menu label:has-text("Dark")');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await page.reload();
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await page.click('[popovertarget=user-menu]');
    await page.click('#user-menu label:has-text("System")');
    await page.reload();
    expect(await page.getAttribute('html', 'data-theme')).toBeNull();
  });

  it('the arrow keys walk through an open menu, and Escape gives the focus back', async () => {
    await page.click('[popovertarget=user-menu]');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Settings');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('popovertarget'))).toBe(
      'user-menu',
    );
  });

  it('a stream that broke goes on where it stood', async () => {
    const n = streams.asked.length;
    streams.drop();
    await expect.poll(() => streams.asked.length, { timeout: 10_000 }).toBe(n + 1);
    expect(streams.asked.at(-1)).toBe(`c${n}`);
    await page.waitForSelector(`#status:has-text("live ${n + 1}")`);
  });

  it('a hidden tab hears nothing, and catches up from where it stood when it is shown', async () => {
    const n = streams.asked.length;
    const show = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await show(true);
    await page.waitForTimeout(1500);
    expect(streams.asked.length).toBe(n);
    await show(false);
    await expect.poll(() => streams.asked.length, { timeout: 5000 }).toBe(n + 1);
    expect(streams.asked.at(-1)).toBe(`c${n}`);
  });

  it('a stream that could not be opened is tried again', async () => {
    const other = await browser.open();
    let refusals = 0;
    await other.route('**/events*', (route) => {
      refusals += 1;
      return refusals === 1 ? route.abort() : route.continue();
    });
    await other.goto(`${served.url}/contacts`);
    await other.waitForSelector('#status:has-text("live")', { timeout: 15_000 });
    expect(refusals).toBeGreaterThan(1);
    await other.close();
  });

  it('the tab says how many people wait', async () => {
    expect(await page.title()).toBe('(9) Today · Throughline');
  });

  it('nothing breaks the policy of scripts and styles', async () => {
    await page.goto(`${served.url}/styleguide`);
    await page.waitForSelector('#dialogs button');
    await page.click('#dialogs button');
    await page.waitForSelector('#modal[open]');
    expect(errors).toEqual([]);
  });
});
