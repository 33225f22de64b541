import { v7 } from 'uuid';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordCheck } from '#db/senders/record-check.ts';
import { firstRow, sql } from '#db/sql.ts';
import { axeViolations, consoleErrors, noBrowser } from '#test/support/page.ts';
import { openSeatedBrowser, type SeatedBrowser } from '#test/support/seated-browser.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

describe.skipIf(noBrowser())('the senders', () => {
  let world: TestWorld;
  let browser: SeatedBrowser;
  const pages: Page[] = [];

  beforeAll(async () => {
    world = await openWorld();
    browser = await openSeatedBrowser(world);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.end();
  });

  const open = async (path: string) => {
    const page = await browser.open(world.alder.maren, path);
    pages.push(page);
    return page;
  };
  const sender = () => world.alder.senders[0]!;
  const row = () =>
    firstRow<Record<string, unknown>>(
      world.database.fork(),
      sql`select * from sender where id = ${sender().id}`,
    );

  it('are worked by the keyboard alone: rotation, cap, pause with a reason, resume', async () => {
    const page = await open('/senders');
    const errors = consoleErrors(page);
    await page.focus(`#rotation-${sender().id}-on`);
    await page.keyboard.press('Space');
    await page.waitForSelector(`#rotation-${sender().id}-off`);
    expect(await row()).toMatchObject({ rotation: false });

    await page.focus(`#open-${sender().id}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer:visible');
    expect(page.url()).toBe(`${browser.url}/senders/${sender().id}`);
    await page.fill('[name=dailyCap]', '77');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`#sender-${sender().id}:has-text("of 77")`);

    await page.focus('.drawer-foot button:has-text("Pause")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#modal[open]');
    await page.focus('#modal [name=reason]');
    await page.keyboard.type('carrier asks for papers');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.senders-table:has-text("carrier asks for papers")');
    await page.focus('.drawer-foot button:has-text("Resume")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer-foot button:has-text("Pause")');
    expect(await row()).toMatchObject({ state: 'active', daily_cap: 77 });
    await page.keyboard.press('Escape');
    await page.waitForSelector('#sender-drawer[hidden]', { state: 'attached' });
    expect(errors).toEqual([]);
  });

  it('tell what a test of credentials found without a reload', async () => {
    const page = await open('/senders/accounts');
    await page.click('button:has-text("Test credentials")');
    await page.waitForSelector('.account [aria-busy]:has-text("Testing since")');
    const { accountId } = world.alder;
    const order = await firstRow<{ id: string }>(
      world.database.fork(),
      sql`select id from "order" where kind = 'account.check' and subject_id = ${accountId}`,
    );
    await world.database.transaction((em) =>
      recordCheck(em, { accountId, orderId: order?.id ?? v7(), result: 'ok' }),
    );
    await page.waitForSelector('.account:has-text("Right, tested")');
    expect(await page.locator('.account [aria-busy]').count()).toBe(0);
  });

  it('are free of what axe finds also with a question open', async () => {
    const page = await open(`/senders/${sender().id}`);
    await page.click('.drawer-foot button:has-text("Pause")');
    await page.waitForSelector('#modal[open]');
    const paused = await axeViolations(page);
    const accounts = await open('/senders/accounts');
    await accounts.click('button:has-text("New token")');
    await accounts.waitForSelector('#modal[open]');
    expect([...paused, ...(await axeViolations(accounts))]).toEqual([]);
  });
});
