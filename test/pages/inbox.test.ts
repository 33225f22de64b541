import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { sendReply } from '#db/inbox/reply.ts';
import { v7 } from 'uuid';
import { deskAt, type TestDesk } from '#test/db/inbox/desk.ts';
import {
  axeViolations,
  consoleErrors,
  launchBrowser,
  noBrowser,
  type Browser,
} from '#test/support/page.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { signIn } from '#test/support/sign-in.ts';

// Set SHOTS to a folder to see the pages as the test sees them.
const shots = process.env.SHOTS;
const ours = '+16035550161';
const looks = (['light', 'dark'] as const).flatMap((scheme) =>
  [360, 768, 1280].map((width) => ({ scheme, width })),
);
/** Others work on this machine as well. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 15_000 });

describe.skipIf(noBrowser())('the inbox in a browser', () => {
  let world: RunningWorld;
  let desk: TestDesk;
  let browser: Browser;
  let errors: string[] = [];

  beforeAll(async () => {
    world = await runWorld();
    desk = deskAt(world, world.alder);
    browser = await launchBrowser();
    const cookie = await signIn(world.database, { userId: world.alder.dana.id });
    const [name = '', value = ''] = cookie.split('=');
    await browser.context.addCookies([{ name, value, url: world.url }]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await world?.end();
  });

  const open = async (path: string, size: Parameters<Browser['open']>[0] = {}): Promise<Page> => {
    const page = await browser.open(size);
    page.setDefaultTimeout(15_000);
    errors = consoleErrors(page);
    await page.goto(world.url + path);
    return page;
  };

  const live = (page: Page) => page.waitForSelector('html[data-live=on]', { state: 'attached' });
  const at = (name: string) => `/inbox/${desk.conversationWith(name)}`;
  const names = (page: Page) => page.locator('.convs b').allInnerTexts();
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.querySelector('b')?.textContent ?? document.activeElement?.id,
    );

  test('what a phone writes stands in the open list without a reload, first and unread', async () => {
    const page = await open('/inbox');
    await live(page);
    const took: number[] = [];
    for (const word of ['one', 'two', 'three', 'four', 'five']) {
      const text = `Storm windows, question ${word}`;
      const shown = page.waitForFunction(
        (wanted) =>
          document.querySelector('.convs li:first-child .c2')?.textContent?.includes(wanted),
        text,
        { polling: 'raf' },
      );
      const began = performance.now();
      await world.sandbox.write('+16035550113', { to: ours, body: text });
      await shown;
      took.push(Math.round(performance.now() - began));
    }
    console.log(`phone to open inbox, ms: ${took.join(', ')}`);
    expect((await names(page))[0]).toBe('Dorothy Ames');
    expect(await page.locator('.convs li.unread').first().innerText()).toContain('Needs reply');
    await soon(() => page.locator('.nav #need-reply').innerText()).toContain('6');
    await soon(() => page.title()).toBe('(6) Inbox · Throughline');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('an answer goes out, its state walks to delivered, and the box is empty again', async () => {
    const page = await open('/inbox');
    await live(page);
    await page.click('.convs a:has-text("Nadia Castellano")');
    await page.waitForSelector('#who:text-is("Nadia Castellano")');
    expect(await focused(page)).toBe('who');
    await soon(() => page.locator('.convs li.unread:has-text("Nadia")').count()).toBe(0);
    await page.keyboard.press('r');
    expect(await focused(page)).toBe('text');
    await page.keyboard.type('Cedar, 12 by 16: about $4,800. Shall I send the drawing?');
    await soon(() => page.innerText('#segments')).toBe('56 of 160 · 1 segment');
    await page.keyboard.press('Control+Enter');
    const mine = page.locator('#talk .msg.out', { hasText: 'Cedar, 12 by 16' });
    await mine.waitFor();
    await mine.locator('[data-state=delivered]').waitFor();
    expect(await page.inputValue('#text')).toBe('');
    const took = (await world.sandbox.ledger()).filter(({ body }) => body.startsWith('Cedar, 12'));
    expect(took).toMatchObject([{ to: '+16035550104', from: ours }]);
    expect(await page.locator('.convs li', { hasText: 'You: Cedar' }).count()).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('the key that opens the box has given it the focus before the next letter comes', async () => {
    const page = await open(at('Ruth'));
    const focusedAtOnce = await page.evaluate(() => {
      const r = new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(r);
      return document.activeElement?.id;
    });
    expect(focusedAtOnce).toBe('text');
    await page.close();
  });

  test('the thread grows while it is read, says so politely, and keeps what is being typed', async () => {
    const page = await open(at('Ruth'));
    await live(page);
    await page.fill('#text', 'Half a senten');
    await world.sandbox.write('+16035550102', {
      to: ours,
      body: 'And the gate?',
      media: 'picture',
    });
    await page.waitForSelector('#talk .bubble:has-text("And the gate?")');
    await soon(() => page.textContent('#announcer')).toBe('New message from Ruth Halloran');
    await page.waitForSelector('#talk .thumb img');
    expect(await page.inputValue('#text')).toBe('Half a senten');
    await page.click('.convs a:has-text("Marisol Vega")');
    await page.waitForSelector('#who:text-is("Marisol Vega")');
    expect(await page.inputValue('#text')).toBe('');
    await page.goBack();
    await page.waitForSelector('#who:text-is("Ruth Halloran")');
    await soon(() => page.inputValue('#text')).toBe('Half a senten');
    await page.fill('#text', '');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('pictures open in a viewer that arrow keys lead through', async () => {
    await world.sandbox.write('+16035550101', { to: ours, body: 'Another', media: 'picture' });
    const page = await open(at('Walt'));
    await soon(() => page.locator('#talk .thumb').count()).toBe(2);
    await page.locator('#talk .thumb').first().click();
    const dialog = page.locator('#modal[open]');
    await dialog.locator('.viewer').waitFor();
    expect(await dialog.innerText()).toContain('1 of 2');
    await page.keyboard.press('ArrowRight');
    await dialog.locator(':text("2 of 2")').waitFor();
    await page.keyboard.press('ArrowLeft');
    await dialog.locator(':text("1 of 2")').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await soon(() => page.locator('#modal[open]').count()).toBe(0);
    await page.close();
  });

  test('keys alone move, open, take, lay aside, note and find', async () => {
    const page = await open('/inbox');
    await live(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const [first = ''] = await names(page);
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`#who:text-is("${first}")`);
    await page.keyboard.press('n');
    await soon(() => focused(page)).toBe('text');
    await page.keyboard.type('Call before noon');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('#talk .memo:has-text("Call before noon")');
    await page.locator('#who').focus();
    await page.keyboard.press('a');
    await page.waitForSelector('#assign-menu:popover-open');
    await page.locator('#assign-menu button', { hasText: '(you)' }).click();
    await page.waitForSelector('.thread-head .assign:has-text("Dana")');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.waitForSelector('#snooze-menu:popover-open');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.waitForSelector('.toast:has-text("Marked as done.")');
    await soon(async () => (await names(page)).includes(first)).toBe(false);
    await page.locator('.toast button:has-text("Undo")').click();
    await soon(async () => (await names(page)).includes(first)).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('slate');
    await soon(() => names(page)).toEqual(['Tom Pelletier']);
    await page.keyboard.press('Escape');
    await page.locator('.convs a').first().focus();
    await page.keyboard.press('?');
    await page.waitForSelector('#keys[open]:has-text("Next conversation")');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('whoever answers what a colleague has answered is told first', async () => {
    const page = await open(at('Colleen'));
    await page.route('**/events*', (route) => route.abort());
    await page.reload();
    const conversationId = desk.conversationWith('Colleen');
    await world.database.transaction((em) =>
      sendReply(em, {
        workspaceId: desk.workspaceId,
        userId: world.alder.maren.id,
        orderId: v7(),
        conversationId,
        body: 'Sal comes at one.',
        addressId: null,
        senderId: null,
        seenId: null,
        anyway: true,
      }),
    );
    await page.fill('#text', 'Sal can be there at one.');
    await page.click('#reply .primary');
    await page.waitForSelector('.collision:has-text("Maren Okafor answered")');
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.inputValue('#text')).toBe('Sal can be there at one.');
    await page.click('.collision button[name=anyway]');
    await page.waitForSelector('#talk .bubble:has-text("Sal can be there at one.")');
    expect(await page.locator('.collision').count()).toBe(0);
    await page.close();
  });

  test('a list under a hand keeps its order and counts what came', async () => {
    const page = await open('/inbox');
    await live(page);
    const before = await names(page);
    await page.hover('.convs li:nth-child(3)');
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await world.sandbox.write('+16035550118', { to: ours, body: 'New here' });
    await page.waitForSelector('[data-show-news]:has-text("1 new")');
    expect(await names(page)).toEqual(before);
    await page.click('[data-show-news]');
    await soon(async () => (await names(page))[0]).toBe('Owen Fitzgerald');
    await page.close();
  });

  test('shows whatever people write, within its bounds', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3);
    await desk.hears('Kezia', `<b>bold</b> ${'Sehr lang. '.repeat(144)}`.slice(0, 1600));
    await desk.hears('Kezia', 'שלום, מתי אתם באים לתקן את הגג?');
    await desk.hears('Kezia', long);
    const { conversationId } = await desk.hears('Kezia', 'https://example.org/'.padEnd(300, 'x'));
    await world.database.transaction((em) =>
      em
        .getConnection()
        .execute(
          `update contact set first_name = '${long}', last_name = 'O''Hara' where id = '${desk.person('Kezia').id}'`,
          [],
          'run',
          em.getTransactionContext(),
        ),
    );
    for (const width of [360, 768, 1280]) {
      const page = await open(`/inbox/${conversationId}`, { width });
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.locator('#talk b:text-is("bold")').count()).toBe(0);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.talk *, .convs *, .thread-head, .composer, #person *')]
          .filter((one) => one.checkVisibility())
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.className),
      );
      expect(wide).toEqual([]);
      await shoot(page, `overfull-${width}`);
      await page.close();
    }
  });

  test('is free of what axe finds, in both themes and at three widths', async () => {
    const places: [string, string][] = [
      ['list', '/inbox'],
      ['thread', at('Walt')],
      ['person', `${at('Walt')}#person`],
      ['empty', '/inbox?view=snoozed'],
    ];
    const faults: string[] = [];
    for (const [name, path] of places) {
      const page = await open(path);
      for (const { scheme, width } of looks) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: width === 360 ? 780 : 800 });
        const found = await axeViolations(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        faults.push(...found.map((fault) => `${name} ${width} ${scheme}: ${fault}`));
        if (wide > 0) faults.push(`${name} ${width}: ${wide} px too wide`);
        await shoot(page, `${name}-${width}-${scheme}`);
      }
      await page.close();
    }
    expect(faults).toEqual([]);
  }, 200_000);

  async function shoot(page: Page, name: string): Promise<void> {
    if (!shots) return;
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${shots}/inbox-${name}.png` });
  }
});
