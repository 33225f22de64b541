import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeViolations,
  consoleErrors,
  launchBrowser,
  noBrowser,
  serveApp,
  type Browser,
} from '#test/support/page.ts';
import { webApp } from '#test/support/web-app.ts';

const OUTPUT = 'test/output';
const looks = [360, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

describe.skipIf(noBrowser())('every component in every state', { timeout: 60_000 }, () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveApp>>;

  beforeAll(async () => {
    mkdirSync(OUTPUT, { recursive: true });
    browser = await launchBrowser();
    served = await serveApp(webApp());
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  it.each(looks)('has no fault that axe knows at $width px, $scheme', async ({ width, scheme }) => {
    const page = await browser.open({ width, scheme });
    const errors = consoleErrors(page);
    await page.goto(`${served.url}/styleguide`);
    await page.screenshot({ path: `${OUTPUT}/styleguide-${width}-${scheme}.png`, fullPage: true });
    expect(await axeViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([320, 360, 768, 1280])('never scrolls sideways at %i px', async (width) => {
    const page = await browser.open({ width });
    await page.goto(`${served.url}/styleguide`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await page.close();
  });

  it('can be read with the open menus and the dialog', async () => {
    const page = await browser.open();
    await page.goto(`${served.url}/styleguide`);
    await page.click('[popovertarget=user-menu]');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click('#dialogs button');
    await page.waitForSelector('#modal[open]');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  it('asks for five files and the page itself, the font once', async () => {
    const page = await browser.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${served.url}/styleguide`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.endsWith('.woff2')).length).toBe(1);
    expect(asked.length).toBeLessThanOrEqual(6);
    await page.close();
  });
});
