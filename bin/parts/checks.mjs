// The one list of checks, for laptop and CI.
import { chromium, chromiumCure } from './chromium.mjs';
import { runCheck } from './run-check.mjs';
import { add, nothing, verdict } from './tally.mjs';
import { temporalBinary } from './temporal.mjs';
import { sentence } from './trouble.mjs';
import { runTests } from './vitest-run.mjs';

const checks = [
  ['format', 'oxfmt', '--check'],
  ['lint and borders', 'oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'tsc', '--noEmit'],
  ['types without Node', 'tsc', '--noEmit', '-p', 'tsconfig.workflows.json'],
  ['dead code', 'knip'],
];

const began = Date.now();
const engine = prepared('Temporal server', temporalBinary());
const browser = prepared('Chromium', chromium());

let tally = nothing;
for (const [name = '', command = '', ...args] of checks) {
  tally = add(tally, await runCheck(name, command, args));
}
const withEngine = await engine;
const withBrowser = await browser;
tally = add(tally, withEngine.tally, withBrowser.tally);
if (!withBrowser.tool) console.log(`SKIPPED  browser tests: there is no Chromium. ${chromiumCure}`);

const projects = [
  'unit',
  'database',
  ...(withEngine.tool ? ['workflow', 'machine'] : []),
  ...(withEngine.tool && withBrowser.tool ? ['browser'] : []),
];
tally = add(tally, await runTests(projects, withBrowser.tool));

console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s in all`);
const { line, exitCode } = verdict(tally, process.env['CI'] === 'true');
console.log(line);
process.exitCode = exitCode;

/**
 * Fetched while the first checks run. A tool that nobody has counts as a skip, a mishap as a failure.
 * @param {string} name
 * @param {Promise<string | undefined>} tool
 */
async function prepared(name, tool) {
  try {
    const found = await tool;
    return { tool: found, tally: found ? nothing : { ...nothing, skipped: 1 } };
  } catch (error) {
    console.log(`FAILED   ${name}: ${sentence(error)}`);
    return { tool: undefined, tally: { ...nothing, failed: 1 } };
  }
}
