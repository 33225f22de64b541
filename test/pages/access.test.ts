import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { addInteraction, conversationOf } from '#db/conversations.ts';
import { openApp } from '#test/support/app.ts';
import {
  axeViolations,
  launchBrowser,
  noBrowser,
  serveApp,
  type Browser,
} from '#test/support/page.ts';
import { openWorld, password, type TestWorld } from '#test/support/world.ts';

describe.skipIf(noBrowser())('pages of the day, the settings and the doors', () => {
  let world: TestWorld;
  let browser: Browser;
  let server: { url: string; close: () => Promise<void> };
  const stopping = new AbortController();

  beforeAll(async () => {
    world = await openWorld();
    browser = await launchBrowser();
    // The address is known only once it listens, and forms are taken from that address alone.
    const app: { fetch: (request: Request) => Response | Promise<Response> } = {
      fetch: () => new Response('starting'),
    };
    server = await serveApp({ fetch: (request: Request) => app.fetch(request) });
    const opened = openApp(world, { stopping: stopping.signal });
    const env = { ...opened.deps.env, PUBLIC_URL: server.url };
    app.fetch = openApp(world, { env, stopping: stopping.signal }).app.fetch;
  });
  afterAll(async () => {
    stopping.abort();
    await browser.close();
    await server.close();
    await world.end();
  });

  it('are free of what axe finds, in both themes and at three widths', async () => {
    const faults: string[] = [];
    for (const path of ['/sign-in', '/forgotten-password', '/reset/gone']) {
      faults.push(...(await violations(path)));
    }
    await signIn(await browser.open());
    for (const path of [
      '/',
      '/settings',
      '/settings/members',
      '/settings/profile',
      '/clock',
      '/sends/unconfirmed',
    ]) {
      faults.push(...(await violations(path)));
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('are worked by the keyboard alone: sign in, invite someone, copy the link', async () => {
    await browser.context.clearCookies();
    const page = await browser.open();
    await signIn(page);
    await page.goto(`${server.url}/settings/members`);
    await page.focus('#invite-form [name=email]');
    await page.keyboard.type('noor@aldertide.example');
    await page.keyboard.press('Enter');
    const link = page.locator('#one-time-link code');
    await link.waitFor();
    expect(await link.textContent()).toContain('/invitations/');
    expect(await page.locator('#open-invitations').textContent()).toContain(
      'noor@aldertide.example',
    );
  });

  it('lead to what is to be corrected', async () => {
    const page = await browser.open();
    await page.goto(`${server.url}/settings`);
    await page.fill('[name=name]', ' ');
    await page.click('#workspace-form button[type=submit]');
    const summary = page.locator('#workspace-form [role=alert]');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('show what happens in the workspace without a reload', async () => {
    const page = await browser.open();
    await page.goto(`${server.url}/`);
    const waits = () => page.locator('#today .head .muted').textContent();
    expect(await waits()).toContain('5 people wait');
    const { workspaceId, contacts } = world.alder;
    await world.database.transaction(async (em) => {
      const at = new Date();
      const contactId = contacts[20]!.id;
      const conversationId = await conversationOf(em, { workspaceId, contactId, at });
      await addInteraction(em, {
        workspaceId,
        conversationId,
        contactId,
        kind: 'message',
        channel: 'sms',
        direction: 'in',
        body: 'Are you open on Saturday?',
        at,
      });
    });
    await page
      .locator('#today .head .muted', { hasText: '6 people wait' })
      .waitFor({ timeout: 5000 });
    expect(await page.locator('#happening li').first().textContent()).toContain('Curtis Bell');
  });

  async function violations(path: string): Promise<string[]> {
    const page = await browser.open();
    await page.goto(server.url + path);
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 768, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        const faults = [...(await axeViolations(page)), ...(wide ? ['scrolls sideways'] : [])];
        found.push(...faults.map((fault) => `${path} ${colorScheme} ${width}: ${fault}`));
      }
    }
    await page.close();
    return found;
  }

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${server.url}/sign-in`);
    await page.focus('[name=email]');
    await page.keyboard.type('maren@aldertide.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/`);
  }
});
