import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { firstRow, rows, sql } from '#db/sql.ts';
import { axeViolations, consoleErrors, noBrowser } from '#test/support/page.ts';
import { openSeatedBrowser, type SeatedBrowser } from '#test/support/seated-browser.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

describe.skipIf(noBrowser())('the designer', () => {
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

  const open = async (path: string, width = 1280, scheme: 'light' | 'dark' = 'light') => {
    const page = await browser.open(world.alder.maren, path, { width, scheme });
    pages.push(page);
    return page;
  };
  const titles = (page: Page) => page.locator('.step h3').allTextContents();
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.id.replace(/^f-(\w+)-\d+$/, 'f-$1') ?? '');

  it('is worked by the keyboard alone: make, insert, write, read as somebody, publish', async () => {
    const page = await open('/sequences/new');
    const errors = consoleErrors(page);
    await expect.poll(() => focused(page)).toBe('f-name');
    await page.keyboard.type('Ice dam check');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#designer');

    await page.focus('.plus');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Message');
    await page.keyboard.press('Enter');
    await page.waitForSelector('textarea');
    await expect.poll(() => focused(page)).toBe('f-text');
    expect(page.url()).toContain('/steps/st-');
    expect(await page.getAttribute('#publish', 'aria-disabled')).toBe('true');

    await page.keyboard.type(
      'Hello {first_name|neighbor}, shall we look at your roof? Reply STOP to end.',
    );
    await page.waitForSelector('.sms-bubble:has-text("shall we look at your roof")');
    expect(await page.textContent('.sms-bubble')).toMatch(/^Hello \w+, shall/);
    await expect.poll(() => focused(page)).toBe('f-text');
    await expect.poll(() => page.textContent('#text-size')).toContain('1 segment');
    expect(await page.textContent('.step .vars-1')).toContain('{first_name|neighbor}');

    await page.keyboard.type(' ’');
    await page.waitForSelector('.facts:has-text("because of ’")');
    expect(await page.textContent('.facts')).toContain('UCS-2');

    await page.focus('#publish');
    await page.waitForSelector('#publish:not([aria-disabled])');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#modal[open]');
    await page.focus('#f-note');
    await page.keyboard.type('First words');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.toast:has-text("Version 1 is published")');
    await page.waitForSelector('.ver a:has-text("Version 1")');
    const version = await firstRow<{ note: string; text: string }>(
      world.database.fork(),
      sql`select v.note, v.blocks#>>'{0,variants,0,text}' as text from sequence_version v join sequence s on s.id = v.sequence_id
        where s.name = 'Ice dam check'`,
    );
    expect(version).toMatchObject({ note: 'First words', text: expect.stringMatching(/end\. ’$/) });
    expect(errors).toEqual([]);
  });

  it('moves a step by keys and by places, tells it, and takes it back', async () => {
    const page = await open(`/sequences/${world.alder.sequenceId}`);
    const before = await titles(page);
    await page.focus('#open-st-reminder');
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForSelector('.flow > li:nth-child(2):has(#open-st-reminder)');
    await expect
      .poll(() => page.textContent('#announcer'))
      .toBe('Reminder moved to position 2 of 7');
    expect(await focused(page)).toBe('open-st-reminder');

    await page.keyboard.press('Control+z');
    await page.waitForSelector('.flow > li:nth-child(3):has(#open-st-reminder)');
    expect(await titles(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await page.waitForSelector('.flow > li:nth-child(2):has(#open-st-reminder)');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.flow > li:nth-child(3):has(#open-st-reminder)');

    await page.click('#step-st-reminder .btn.icon');
    await page.click('#menu-st-reminder button:has-text("Move …")');
    await page.waitForSelector('.placing');
    await page.click('.here[aria-label="Move here, to the beginning"]');
    await page.waitForSelector('.flow > li:first-child:has(#open-st-reminder)');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('.flow > li:nth-child(3):has(#open-st-reminder)');

    await page.focus('#open-st-first-note');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('open-st-three-days');
  });

  it('closes a step by Escape and by Back, and the focus is where it was opened', async () => {
    const page = await open(`/sequences/${world.alder.sequenceId}`);
    await page.focus('#open-st-last-note');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer:visible');
    await expect.poll(() => focused(page)).toBe('drawer-title');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#drawer[hidden]', { state: 'attached' });
    await expect.poll(() => focused(page)).toBe('open-st-last-note');
    expect(page.url()).toBe(`${browser.url}/sequences/${world.alder.sequenceId}`);
    await page.goBack();
    await page.waitForSelector('.drawer:visible');
    await page.goBack();
    await page.waitForSelector('#drawer[hidden]', { state: 'attached' });
  });

  it('puts a field in where the cursor stands', async () => {
    const page = await open(`/sequences/${world.alder.sequenceId}/steps/st-last-note`);
    await page.fill('[name=text]', 'Dear , good day. STOP ends it.');
    // What was typed is saved and shown: the answer of the save would close a menu opened before it.
    await page.waitForSelector('.sms-bubble:has-text("good day")');
    await page.evaluate(() => {
      const text = document.querySelector('[name=text]') as HTMLTextAreaElement;
      text.setSelectionRange(5, 5);
    });
    await page.click('.drawer button:has-text("Field")');
    const saved = page.waitForResponse(
      (answer) => answer.request().method() !== 'GET' && answer.url().includes('/steps/'),
    );
    await page.click('#fields-menu button:has-text("First name")');
    expect(await page.inputValue('[name=text]')).toBe(
      'Dear {first_name|there}, good day. STOP ends it.',
    );
    await expect.poll(() => focused(page)).toBe('f-text');
    await saved;
    await page.waitForSelector('.sms-bubble:not(:has-text("Dear , good day"))');
    await page.click('button:has-text("Another person")');
    await page.fill('#readers input', 'ruth');
    await page.click('#reader-list a:has-text("Ruth Halloran")');
    await page.waitForSelector('.sms-bubble:has-text("Dear Ruth, good day")');
    await page.click('#undo');
    await expect.poll(() => page.inputValue('[name=text]')).toContain('Last note from Alder');
  });

  it('lets nobody overwrite what somebody else has written meanwhile', async () => {
    const path = `/sequences/${world.alder.sequenceId}/steps/st-first-note`;
    const mine = await open(path);
    const theirs = await open(path);
    await theirs.fill('[name=text]', 'Theirs. STOP ends it.');
    await mine.waitForSelector('#conflict:has-text("changed this draft")');
    await mine.fill('[name=text]', 'Mine. STOP ends it.');
    await mine.waitForSelector('#conflict button:has-text("Keep mine")');
    expect(await textOf('st-first-note')).toBe('Theirs. STOP ends it.');
    await mine.click('#conflict button:has-text("Keep mine")');
    await mine.waitForSelector('#step-st-first-note:has-text("Mine.")');
    expect(await textOf('st-first-note')).toBe('Mine. STOP ends it.');
    await theirs.waitForSelector('#conflict a:has-text("Show theirs")');
    await theirs.click('#conflict a:has-text("Show theirs")');
    await expect.poll(() => theirs.inputValue('[name=text]')).toBe('Mine. STOP ends it.');
  });

  const textOf = async (stepId: string) => {
    const found = await rows<{ text: string }>(
      world.database.fork(),
      sql`select step#>>'{variants,0,text}' as text from sequence, jsonb_array_elements(draft) step
        where sequence.id = ${world.alder.sequenceId} and step->>'id' = ${stepId}`,
    );
    return found[0]?.text;
  };

  it('is free of what axe finds also where something is open, moved or in dispute', async () => {
    const base = `/sequences/${world.alder.sequenceId}`;
    const faults: string[] = [];
    const look = async (page: Page, what: string) =>
      faults.push(...(await axeViolations(page)).map((fault) => `${what}: ${fault}`));
    await look(await open(`${base}/steps/st-reminder/move`, 360, 'dark'), 'moving');
    await look(await open(`${base}/steps/st-ten`, 768), 'an hour');
    const page = await open(`${base}/steps/st-last-note`, 1280, 'dark');
    await page.fill('[name=text]', 'Hi {shoe|x}, bye');
    await page.waitForSelector('#own-issues li:nth-child(2)');
    await page.click('.drawer button:has-text("Field")');
    await look(page, 'fields');
    await page.keyboard.press('Escape');
    await page.click('.plus >> nth=1');
    await look(page, 'kinds of steps');
    await page.keyboard.press('Escape');
    await page.fill('[name=text]', 'Hi there. STOP ends it.');
    await page.waitForSelector('#publish:not([aria-disabled])');
    await page.click('#publish');
    await page.waitForSelector('#modal[open]');
    await look(page, 'publishing');
    expect(faults).toEqual([]);
  });
});
