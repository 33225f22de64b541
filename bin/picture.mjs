// Takes the picture of the README from a demo that runs: node bin/picture.mjs [file]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as browsers } from 'playwright-core';
import { chromiumCure, findChromium } from './parts/chromium.mjs';
import { dataDir } from './parts/project.mjs';
import { recorded } from './parts/records.mjs';
import { readEnvFile } from './parts/settings.mjs';
import { sentence, Trouble } from './parts/trouble.mjs';

const file = process.argv[2] ?? 'docs/pictures/inbox.png';
/** Somebody of the demo who has just asked something. */
const person = 'Ruth Halloran';

try {
  readEnvFile();
  const app = recorded('run', 'supervisor')?.app;
  if (!app) throw new Trouble('Nothing runs.', 'Start the demo with "npm start" first.');
  const executablePath = findChromium();
  if (!executablePath) throw new Trouble('There is no Chromium.', chromiumCure);
  await take(app, executablePath);
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

/** @param {string} app @param {string} executablePath */
async function take(app, executablePath) {
  const browser = await browsers.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
    });
    const { password } = JSON.parse(readFileSync(join(dataDir(), 'sign-in.json'), 'utf8'));
    await page.goto(`${app}/sign-in`);
    await page.getByLabel('E-mail').fill('dana@aldertide.example'); // an agent: the inbox is her page
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Inbox' }).first().click();
    await page.getByRole('link', { name: person }).click();
    await page.getByText('The conversation begins here.').waitFor();
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}
