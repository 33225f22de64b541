import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { executable, onPath } from './on-path.mjs';
import { isRoot } from './project.mjs';
import { say, sayWhile } from './say.mjs';
import { Trouble } from './trouble.mjs';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const chromiumCure = 'Install Chromium, or set CHROME_PATH to one.';

/**
 * CHROME_PATH, else the first that PATH finds.
 * @returns {string | undefined}
 */
export function findChromium() {
  const given = process.env['CHROME_PATH'];
  if (given && !executable(given)) {
    throw new Trouble(`CHROME_PATH (${given}) is no program that can be run.`, chromiumCure);
  }
  return given || names.map(onPath).find(Boolean);
}

/**
 * Found, or installed from Debian where that is possible.
 * @returns {Promise<string | undefined>} its path; undefined when there is none and none can be installed
 */
export async function chromium() {
  const found = findChromium();
  if (found || !isRoot || !onPath('apt-get')) return found;
  try {
    await sayWhile('chromium', () => 'installing it from Debian', install());
  } catch (error) {
    const { stderr = '', message } = /** @type {Error & { stderr?: string }} */ (error);
    say('chromium', `could not be installed: ${stderr.trim().split('\n').at(-1) || message}`);
  }
  return findChromium();
}

async function install() {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 50e6 };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...wait, 'update'], options);
  await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'chromium'], options);
}
