import { chromium } from 'playwright-core';
import { chromium as chromiumPath } from '../parts/chromium.mjs';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
];

/** A page of a real Chromium with somebody signed in; undefined where there is no Chromium. */
export async function openPage(app: string, cookie: string) {
  const executablePath = await chromiumPath();
  if (!executablePath) return undefined;
  const browser = await chromium.launch({ executablePath, args: flags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: app }]);
  return { page: await context.newPage(), close: () => browser.close() };
}
