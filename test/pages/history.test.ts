import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HistoryImport } from '#db/entities/history-import.ts';
import { run, sql } from '#db/sql.ts';
import { tellUi } from '#db/ui-events.ts';
import { addHistoryImport, addOpenPhone } from '#test/support/history/rows.ts';
import { axeViolations, consoleErrors, noBrowser } from '#test/support/page.ts';
import { openSeatedBrowser, type SeatedBrowser } from '#test/support/seated-browser.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

describe.skipIf(noBrowser())('an import of history', () => {
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

  const begin = async () => {
    const phone = await addOpenPhone(world.database, world.alder.workspaceId);
    const id = await addHistoryImport(phone, {
      phase: 'exchange',
      conversationsTotal: 2000,
      conversations: 640,
    });
    const page = await browser.open(world.alder.maren, `/history/${id}`);
    pages.push(page);
    return { id, page };
  };
  const rowOf = (id: string) => world.database.fork().findOneOrFail(HistoryImport, { id });
  const press = async (page: Page, selector: string) => {
    await page.focus(selector);
    await page.keyboard.press('Enter');
  };

  it('is worked by the keyboard alone: pause, go on, pace, cancel', async () => {
    const { id, page } = await begin();
    const errors = consoleErrors(page);
    await press(page, '#standing button:has-text("Pause")');
    await page.waitForSelector('.banner:has-text("Paused by Maren Okafor.")');
    await page.waitForSelector('#run-head .badge:has-text("Paused")');
    await press(page, '#standing button:has-text("Go on")');
    await page.waitForSelector('#run-head .badge:has-text("Running")');

    await press(page, '#standing button:has-text("Pace")');
    await page.waitForSelector('#modal[open]');
    await page.fill('#modal [name=perSecond]', '3');
    await press(page, '#modal [name=perSecond]');
    await page.waitForSelector('#modal:not([open])', { state: 'attached' });
    await page.waitForSelector('#standing:has-text("at most 3 a second")');

    await press(page, '#standing button:has-text("Cancel")');
    await page.waitForSelector('#modal[open] h2:has-text("Cancel the import of Front desk line?")');
    await press(page, '#modal [type=submit]');
    await page.waitForSelector('#run-head .badge:has-text("Cancelled")');
    expect(await rowOf(id)).toMatchObject({ state: 'cancelled', perSecond: 3 });
    expect(errors).toEqual([]);
  });

  it('moves on by itself under a question, and leaves what is typed there', async () => {
    const { id, page } = await begin();
    await page.click('#standing button:has-text("Pace")');
    await page.waitForSelector('#modal[open]');
    await page.fill('#modal [name=perSecond]', '7');
    await world.database.transaction(async (em) => {
      await run(em, sql`update history_import set conversations = 641 where id = ${id}`);
      const { workspaceId } = world.alder;
      await tellUi(em, { workspaceId, topic: 'history', refId: id, kind: 'running' });
    });
    await page.waitForSelector('.stages:has-text("641 of 2,000")');
    expect(await page.inputValue('#modal [name=perSecond]')).toBe('7');
  });

  it('is free of what axe finds also with a question open', async () => {
    const { page } = await begin();
    const found: string[] = [];
    for (const question of ['Pace', 'Cancel']) {
      await page.click(`#standing button:has-text("${question}")`);
      await page.waitForSelector('#modal[open]');
      found.push(...(await axeViolations(page)));
      await page.keyboard.press('Escape');
      await page.waitForSelector('#modal:not([open])', { state: 'attached' });
    }
    expect(found).toEqual([]);
  });
});
