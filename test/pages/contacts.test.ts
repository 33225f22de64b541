import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { importRun } from '#db/imports/runs.ts';
import { openApp } from '#test/support/app.ts';
import {
  advance,
  contactsCsv,
  order,
  smallList,
  upload,
  type Importer,
} from '#test/support/imports.ts';
import {
  axeViolations,
  consoleErrors,
  launchBrowser,
  noBrowser,
  serveApp,
  type Browser,
} from '#test/support/page.ts';
import { openWorld, password, type TestWorld } from '#test/support/world.ts';

// Set SHOTS to a folder to see the pages as the test sees them.
const shots = process.env.SHOTS;

const looks = [
  [360, 'light'],
  [1280, 'dark'],
] as const;

describe.skipIf(noBrowser())('the pages of contacts and imports', () => {
  let world: TestWorld;
  let importer: Importer;
  let browser: Browser;
  let server: { url: string; close: () => Promise<void> };
  const runs = { counted: '', paused: '', done: '', failed: '' };

  beforeAll(async () => {
    world = await openWorld();
    const { workspaceId, maren } = world.alder;
    importer = { database: world.database, blobs: world.blobs, workspaceId, userId: maren.id };
    await fill();
    browser = await launchBrowser();
    // The address is known only once it listens, and forms are taken from that address alone.
    const app: { fetch: (request: Request) => Response | Promise<Response> } = {
      fetch: () => new Response('starting'),
    };
    server = await serveApp({ fetch: (request: Request) => app.fetch(request) });
    const env = { ...openApp(world).deps.env, PUBLIC_URL: server.url };
    app.fetch = openApp(world, { env }).app.fetch;
    await signIn(maren.email);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    await world.end();
  });

  // The whole of themes and widths is looked at by every-page.test.ts; here the states it has not.
  test('are free of what axe finds and fit their width, narrow in the light and wide in the dark', async () => {
    const faults: string[] = [];
    for (const [name, path] of Object.entries(places())) {
      const page = await open(path);
      const errors = consoleErrors(page);
      for (const [width, colorScheme] of looks) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 800 });
        // Colours may still be on their way from one theme to the other.
        await page.reload();
        const found = [...(await axeViolations(page)), ...(await tooWide(page)), ...errors];
        faults.push(...found.map((fault) => `${name} ${width} ${colorScheme}: ${fault}`));
        await shoot(page, `${name}-${width}-${colorScheme}`);
      }
      await page.close();
    }
    expect(faults).toEqual([]);
  }, 300_000);

  test('narrow the list as one types, and say how many are left', async () => {
    const page = await open('/contacts');
    await page.fill('[name=q]', 'brennan');
    await page.waitForFunction(
      () => document.querySelectorAll('#contact-list tbody tr').length === 1,
    );
    expect(await page.textContent('#contact-list [role=status]')).toContain('1 contact');
    expect(page.url()).toContain('q=brennan');
    await page.close();
  });

  test('tag the chosen people, by the keyboard alone', async () => {
    const page = await open('/contacts?q=brennan');
    await page.focus('[data-select]');
    await page.keyboard.press('Space');
    await page.focus('#bulk-tag [name=tag]');
    await page.keyboard.type('front porch');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#toasts .toast');
    expect(await page.textContent('#contact-list tbody')).toContain('front porch');
    await page.close();
  });

  test('record consent in a dialog, and refuse what has no proof', async () => {
    const page = await open(`/contacts/${world.alder.contacts[0]?.id}`);
    await page.click('#addresses li:first-child button:has-text("Record")');
    await page.waitForSelector('#modal[open] #consent-form');
    await page.selectOption('#consent-form [name=what]', 'suppress');
    await page.click('#consent-form button[type=submit]');
    await page.waitForSelector('#consent-form [aria-invalid=true]');
    await page.fill('#consent-form [name=note]', 'Said so at the door');
    await page.click('#consent-form button[type=submit]');
    await page.waitForSelector('#addresses .badge.danger');
    expect(await page.locator('#modal').getAttribute('open')).toBeNull();
    await page.close();
  });

  test('show how a column is read as soon as it becomes something else', async () => {
    const page = await open(`/imports/${runs.counted}`);
    const second = page.locator('.mapping tbody tr').nth(2);
    expect(await second.textContent()).not.toContain('not kept');
    await second.locator('select').selectOption('nothing');
    await page.waitForFunction(() =>
      document.querySelectorAll('.mapping tbody tr')[2]?.textContent.includes('not kept'),
    );
    await page.waitForSelector('#import-preview[hx-get]');
    await page.close();
  });

  test('refuse a workbook at once, with what would help', async () => {
    const page = await open('/imports/new');
    await page.setInputFiles('[name=file]', {
      name: 'list.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml'),
    });
    await page.click('form[enctype] [type=submit]');
    await page.waitForSelector('.err');
    expect(await page.textContent('.err')).toContain('Excel workbook');
    await page.close();
  });

  async function fill(): Promise<void> {
    runs.counted = await upload(importer, contactsCsv);
    await advance(importer, runs.counted);
    runs.paused = await upload(importer, contactsCsv);
    await order(importer, runs.paused, 'start');
    await order(importer, runs.paused, 'pause');
    runs.done = await upload(importer, contactsCsv, { tags: ['spring list'] });
    await order(importer, runs.done, 'start');
    await advance(importer, runs.done);
    runs.failed = await upload(importer, smallList('Ruth,603-555-0144,,,,'));
    const failing = await importRun(world.database.fork(), { ...importer, runId: runs.failed });
    await world.blobs.remove(failing?.blobSha256 ?? '');
    await order(importer, runs.failed, 'start');
    await advance(importer, runs.failed);
  }

  const places = (): Record<string, string> => {
    const [one, other] = world.alder.contacts.map(({ id }) => `/contacts/${id}`);
    return {
      contacts: '/contacts',
      contact: `${one}`,
      'contact-new': '/contacts/new',
      'contact-edit': `${one}/edit`,
      'contact-merge': `${one}/merge?q=a`,
      'contact-compare': `${one}/merge?with=${other?.slice('/contacts/'.length)}`,
      imports: '/imports',
      'import-new': '/imports/new',
      'import-counted': `/imports/${runs.counted}`,
      'import-paused': `/imports/${runs.paused}`,
      'import-done': `/imports/${runs.done}`,
      'import-failed': `/imports/${runs.failed}`,
    };
  };

  async function signIn(email: string): Promise<void> {
    const page = await open('/sign-in');
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('form button[type=submit]');
    await page.waitForURL(`${server.url}/`);
    await page.close();
  }

  async function open(path: string): Promise<Page> {
    const page = await browser.open();
    await page.goto(server.url + path);
    return page;
  }
});

async function tooWide(page: Page): Promise<string[]> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return excess > 0 ? [`${excess} px too wide`] : [];
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!shots || name.includes('768')) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: name.includes('1280') });
}
