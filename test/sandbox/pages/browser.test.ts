import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  axeViolations,
  type Browser,
  consoleErrors,
  launchBrowser,
  noBrowser,
} from '#test/support/page.ts';
import { GEORGE, json, PROVIDER_CONFIRMS, RUTH, startSandbox } from '../running.ts';

describe.skipIf(noBrowser())('in a browser', { timeout: 30_000 }, () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let browser: Browser;
  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await launchBrowser();
    await sandbox.create({ Body: 'Shall we look at the roof edge, Ruth?' });
    await sandbox.create({ To: GEORGE, Body: 'Snow by the weekend.' });
    await sandbox.write(RUTH, { to: PROVIDER_CONFIRMS, media: 'picture', body: 'This corner' });
  }, 30_000);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  async function open(options?: Parameters<Browser['open']>[0]): Promise<Page> {
    const page = await browser.open(options);
    await page.goto(`${sandbox.url}/?phone=${RUTH}`);
    return page;
  }

  test('what arrives shows by itself and leaves a half-typed answer alone', async () => {
    const page = await open();
    const errors = consoleErrors(page);
    await page.getByPlaceholder('Write as this person').fill('half ty');
    await sandbox.create({ Body: 'Thursday at 9:30 works.' });
    await page.locator('#screen').getByText('Thursday at 9:30 works.').waitFor({ timeout: 5000 });
    await page.keyboard.type('ped');
    expect(await page.getByPlaceholder('Write as this person').inputValue()).toBe('half typed');
    await page.keyboard.press('Enter');
    await page.locator('#screen .out').getByText('half typed').waitFor();
    expect(await page.getByPlaceholder('Write as this person').inputValue()).toBe('');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('the newest message is in sight, and quick answers and pictures go at a click', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Yes, Thursday works' }).click();
    await page.locator('#screen .out').getByText('Yes, Thursday works').waitFor();
    for (let i = 0; i < 4; i += 1) await sandbox.create({ Body: `Line ${i}` });
    await page.getByRole('button', { name: 'Send a picture' }).click();
    await page.locator('#screen .out img').nth(1).waitFor();
    const last = page.locator('#screen li').last();
    await expect
      .poll(() => last.evaluate((row) => row.getBoundingClientRect().bottom))
      .toBeLessThan(
        await page.locator('#screen').evaluate((screen) => screen.getBoundingClientRect().bottom),
      );
    await page.close();
  });

  test('a switch takes effect as it is moved, and shows what HTTP has set', async () => {
    const page = await open();
    await page.getByRole('switch', { name: 'Lose callbacks' }).check();
    const settings = () => json<{ loseCallbacks: number }>(fetch(`${sandbox.url}/sandbox/faults`));
    await expect.poll(async () => (await settings()).loseCallbacks).toBe(0.1);
    await sandbox.faults({ latencyMs: 5 });
    const slow = page.getByRole('switch', { name: 'Answer slowly' });
    await expect.poll(() => slow.isChecked(), { timeout: 5000 }).toBe(true);
    expect(await page.getByRole('switch', { name: 'Lose callbacks' }).isChecked()).toBe(false);
    await sandbox.faults({});
    await page.close();
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [800, 'light'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('at %i px, %s, nothing overflows and axe finds nothing', async (width, scheme) => {
    const page = await open({ width, scheme });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(width);
    await page.locator('#faults-how > summary').click();
    expect(await wide()).toBe(width);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
