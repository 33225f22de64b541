import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failuresOf } from './failures.mjs';
import { dataDir, root } from './project.mjs';
import { tallyOf } from './tally.mjs';

/**
 * Runs the tests of the projects, showing them as they go, and counts by vitest's own report.
 * @param {string[]} projects
 * @param {string | undefined} chromium
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runTests(projects, chromium) {
  const began = Date.now();
  const reportFile = join(dataDir(), `test-report-${process.pid}.json`);
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  const args = [
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ];
  const code = await exitOf(args, chromium ? { CHROME_PATH: chromium } : {});
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
  rmSync(reportFile, { force: true });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}   tests: ${projects.join(', ')} (${seconds} s)`);
  for (const failure of failuresOf(report)) console.log(failure);
  return tallyOf(report, code);
}

/** @param {string[]} args @param {Record<string, string>} env @returns {Promise<number | null>} */
function exitOf(args, env) {
  const child = spawn(join(root, 'node_modules/.bin/vitest'), args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
}
