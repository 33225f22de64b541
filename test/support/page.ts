import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium lies on this machine: `CHROME_PATH`, else where Debian puts it. */
const chromiumPath = (): string | undefined =>
  [process.env.CHROME_PATH, ...PLACES].find((place) => place && existsSync(place));

/**
 * For `describe.skipIf(noBrowser())`. A machine without Chromium skips aloud; CI must have one.
 * @throws under CI=true without a browser
 */
export function noBrowser(): boolean {
  if (chromiumPath()) return false;
  if (process.env.CI === 'true')
    throw new Error('No Chromium, and CI may not skip the browser tests');
  console.warn('SKIPPED browser tests: no Chromium. Install it: apt-get install -y chromium');
  return true;
}

export interface Browser {
  /** A fresh page; cookies and storage are shared within one Browser. */
  open: (options?: { width?: number; height?: number; scheme?: 'light' | 'dark' }) => Promise<Page>;
  context: BrowserContext;
  close: () => Promise<void>;
}

/** Starts Chromium with an empty profile. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium on this machine');
  const profile = mkdtempSync(path.join(tmpdir(), 'throughline-chromium-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
  return {
    context,
    open: async ({ width = 1280, height = 800, scheme = 'light' } = {}) => {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      return page;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Serves an app on a free port of this machine. */
export async function serveApp(
  app: Pick<Hono, 'fetch'>,
): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type RunOptions = Parameters<AxeBuilder['options']>[0];

/** Without frames of strangers: axe then runs in the page itself, which is several times faster. */
const lean: RunOptions = { resultTypes: ['violations'], preload: false };

/** Rules whose verdict a theme can change. */
const THEMED = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong on a page: rule, impact and the first places.
 * @param scope `theme` looks only at what another colour scheme can change
 */
export async function axeViolations(page: Page, scope: 'all' | 'theme' = 'all'): Promise<string[]> {
  const isThere = await stopChanges(page);
  // Read anew at every look it would cost more than the look itself.
  const source = isThere ? { axeSource: 'void 0' } : {};
  const axe = new AxeBuilder({ page, ...source }).setLegacyMode(true).options({ ...lean });
  const chosen = scope === 'all' ? axe.withTags(AXE_TAGS) : axe.withRules(THEMED);
  const { violations } = await chosen.analyze();
  return violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact}): ${nodes
        .slice(0, 3)
        .map((node) => node.target.join(' '))
        .join(' | ')}`,
  );
}

/**
 * Colours on their way from one theme to the other are neither; a tab in the back never arrives.
 * @returns whether the page has axe already
 */
async function stopChanges(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets = [still];
    return 'axe' in globalThis;
  });
}

/** Errors of the console and of the page, kept from now on; a broken CSP shows here. */
export function consoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
