import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addCall, type SeededCall } from '#db/seeds/call-rows.ts';
import { addTelephone } from '#db/seeds/demo/telephone.ts';
import { addFile } from '#db/seeds/file-rows.ts';
import { gutterPicture } from '#db/seeds/picture.ts';
import { sql } from '#db/sql.ts';
import { deskAt, type TestDesk } from '#test/db/inbox/desk.ts';
import { axeViolations, consoleErrors, noBrowser } from '#test/support/page.ts';
import { openSeatedBrowser, type SeatedBrowser } from '#test/support/seated-browser.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// Set SHOTS to a folder to see the pages as the test sees them.
const shots = process.env.SHOTS;
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 15_000 });
const looks = (['light', 'dark'] as const).flatMap((scheme) =>
  [360, 1280].map((width) => ({ scheme, width })),
);

describe.skipIf(noBrowser())('calls, voicemails and pictures', () => {
  let world: TestWorld;
  let desk: TestDesk;
  let browser: SeatedBrowser;
  let errors: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    world = await openWorld();
    desk = deskAt(world, world.alder);
    await world.database.transaction((em) => addTelephone(em, world.alder, world.blobs));
    browser = await openSeatedBrowser(world);
  }, 120_000);
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.end();
  });

  const at = (name: string) => `/inbox/${desk.conversationWith(name)}`;

  const open = async (path: string): Promise<Page> => {
    const page = await browser.open(world.alder.dana, '/inbox');
    page.setDefaultTimeout(15_000);
    errors = consoleErrors(page);
    await page.goto(browser.url + path);
    pages.push(page);
    return page;
  };

  const heardAt = (page: Page) =>
    page.evaluate(() => document.querySelector('audio')?.currentTime ?? -1);

  const called = (name: string, call: SeededCall) => {
    const { workspaceId, accountId, senders } = world.alder;
    const line = { workspaceId, accountId, senderId: senders[0]!.id, blobs: world.blobs };
    return world.database.transaction((em) => addCall(em, line, desk.person(name), call));
  };

  test('a turn of a transcript leads the recording to its second, by keys alone', async () => {
    const page = await open(at('Ruth'));
    expect(await page.innerText('.call-head')).toContain('Answered by Dana, 48 sec');
    await page.locator('.part summary', { hasText: 'Transcript, 6 turns' }).focus();
    await page.keyboard.press('Enter');
    const turns = page.locator('button.turn');
    await turns.nth(5).waitFor();
    await turns.nth(2).focus();
    await page.keyboard.press('Enter');
    await soon(() => turns.nth(2).getAttribute('aria-current')).toBe('true');
    expect(await heardAt(page)).toBeGreaterThanOrEqual(13);
    await page.evaluate(() => {
      document.querySelector('audio')!.currentTime = 31;
    });
    await soon(() => turns.nth(4).getAttribute('aria-current')).toBe('true');
    expect(await page.locator('.turn[aria-current]').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  test('a recording goes on, and what was folded open stays so, while the thread is read anew', async () => {
    const page = await open(at('Ruth'));
    await page.waitForSelector('html[data-live=on]', { state: 'attached' });
    await page.locator('.part summary', { hasText: 'Transcript' }).click();
    await page.locator('button.turn').nth(1).click();
    await page.locator('.part summary', { hasText: 'Summary' }).click();
    await soon(() => heardAt(page)).toBeGreaterThan(6);
    await desk.hears('Ruth', 'And the gate?');
    await page.waitForSelector('#talk .bubble:has-text("And the gate?")');
    expect(await page.evaluate(() => document.querySelector('audio')?.paused)).toBe(false);
    expect(await page.locator('.part[open]').count()).toBe(2);
    expect(await page.locator('button.turn').count()).toBe(6);
    expect(errors).toEqual([]);
  });

  test('the missed ones have a view of their own, with who called and what they left', async () => {
    const page = await open('/inbox?view=missed');
    expect(await page.locator('.convs b').allInnerTexts()).toEqual([
      'Nadia Castellano',
      'Colleen Byrne',
    ]);
    expect(await page.locator('.inbox-views [aria-current]').innerText()).toMatch(/Missed.*\s+2/);
    await page.click('.convs a:has-text("Nadia")');
    await page.waitForSelector('#who:text-is("Nadia Castellano")');
    expect(await page.innerText('#talk .call')).toMatch(
      /Voicemail, 0:23[\s\S]*Cedar would be lovely/,
    );
    expect(await axeViolations(page)).toEqual([]);
  });

  test('pictures are led through by keys, named, and saved', async () => {
    const page = await open(at('Nadia'));
    await page.locator('#talk .thumb').first().click();
    const viewer = page.locator('#modal[open] .viewer');
    await viewer.waitFor();
    const alt = () => viewer.getAttribute('alt');
    expect(await alt()).toBe('Picture from Nadia Castellano, 1 of 2');
    await page.keyboard.press('ArrowRight');
    await soon(alt).toBe('Picture from Nadia Castellano, 2 of 2');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await soon(alt).toBe('Picture from Nadia Castellano, 1 of 2');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.click('#modal a:has-text("Download")'),
    ]);
    expect(saved.suggestedFilename()).toBe('deck-1.png');
    expect(await axeViolations(page)).toEqual([]);
    await shoot(page, 'viewer');
    await page.keyboard.press('Escape');
    await soon(() => page.locator('#modal[open]').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('an overfull thread stays light, within its window and free of what axe finds', async () => {
    const now = await desk.one<{ now: Date }>(
      sql`select workspace_now(${desk.workspaceId}) as now`,
    );
    const ago = (minutes: number) => new Date(now!.now.getTime() - minutes * 60_000);
    const turns = Array.from({ length: 240 }, (_, i) => ({
      start: i * 30,
      end: i * 30 + 30,
      number: i % 2 ? null : '+12075550103',
      personId: null,
      text: 'We would like the slate to match what is there, and the flashing in copper. '.repeat(
        2,
      ),
    }));
    await called('Tom', {
      direction: 'in',
      status: 'completed',
      at: ago(300),
      seconds: 7200,
      summary: {
        state: 'completed',
        lines: Array(20).fill('Slate, copper, March.'),
        nextSteps: [],
      },
      transcript: { state: 'completed', turns },
    });
    await manyPictures(ago);
    const page = await open(at('Tom'));
    const answer = await page.request.get(browser.url + at('Tom'));
    expect(gzipSync(await answer.body()).length).toBeLessThanOrEqual(14 * 1024);
    expect(answer.headers()['server-timing']).toMatch(/"[1-8] statements"/);
    expect(await page.locator('.thumb').count()).toBe(30);
    await page.locator('.part summary', { hasText: 'Transcript, 240 turns' }).click();
    await page.locator('button.turn').nth(239).waitFor({ state: 'attached' });
    expect(await faultsOf(page, 'overfull')).toEqual([]);
  }, 120_000);

  test('each state of what belongs to a call is told, and looks like it', async () => {
    const now = await desk.one<{ now: Date }>(
      sql`select workspace_now(${desk.workspaceId}) as now`,
    );
    const at20 = new Date(now!.now.getTime() - 20 * 60_000);
    const none = { lines: [], nextSteps: [] };
    const id = await called('Kezia', {
      direction: 'in',
      status: 'completed',
      at: at20,
      seconds: 8,
      authorId: world.alder.maren.id,
      summary: { state: 'in-progress', ...none },
      transcript: { state: 'failed', turns: [] },
    });
    await desk.change(
      sql`update attachment set state = 'failed', error = 'gone' where interaction_id = ${id}`,
    );
    await called('Kezia', { direction: 'out', status: 'busy', at: at20 });
    const page = await open(`/inbox/${(await conversationOf('Kezia')) ?? ''}`);
    expect(await page.innerText('#talk')).toContain(
      'There is a recording, but it could not be fetched: the link to it has ended.',
    );
    expect(await page.innerText('#talk')).toContain('The summary is still being written.');
    expect(await page.innerText('#talk')).toContain('The provider could not write a transcript.');
    expect(await faultsOf(page, 'failed')).toEqual([]);
    await page.goto(browser.url + at('Ruth'));
    await page.locator('.part summary', { hasText: 'Transcript' }).click();
    await page.locator('button.turn').nth(1).click();
    await page.locator('.part summary', { hasText: 'Summary' }).click();
    expect(await faultsOf(page, 'everything')).toEqual([]);
    await page.goto(`${browser.url}/contacts/${desk.person('Ruth').id}`);
    expect(await faultsOf(page, 'contact')).toEqual([]);
  }, 120_000);

  const conversationOf = async (name: string) =>
    (
      await desk.one<{ id: string }>(
        sql`select id from conversation where workspace_id = ${desk.workspaceId} and contact_id = ${desk.person(name).id}`,
      )
    )?.id;

  async function manyPictures(ago: (minutes: number) => Date): Promise<void> {
    const { interactionId } = await desk.hears('Tom', 'All of the roof', { at: ago(100) });
    const { png: bytes, ...size } = gutterPicture();
    const picture = { workspaceId: desk.workspaceId, interactionId, bytes, ...size };
    await world.database.transaction(async (em) => {
      for (let position = 0; position < 30; position += 1) {
        await addFile(em, world.blobs, { ...picture, position, contentType: 'image/png' });
      }
    });
  }

  async function faultsOf(page: Page, name: string): Promise<string[]> {
    const faults: string[] = [];
    for (const { scheme, width } of looks) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      const found = await axeViolations(page, scheme === 'light' ? 'all' : 'theme');
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('#main *')]
          .filter((one) => one.checkVisibility() && !one.closest('.vh, svg'))
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.className || one.tagName),
      );
      faults.push(...[...found, ...wide].map((fault) => `${name} ${width} ${scheme}: ${fault}`));
      await shoot(page, `${name}-${width}-${scheme}`);
    }
    return faults;
  }

  async function shoot(page: Page, name: string): Promise<void> {
    if (shots) await page.screenshot({ path: `${shots}/calls-${name}.png` });
  }
});
