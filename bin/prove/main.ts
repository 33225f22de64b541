import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load, machine } from '../bench/machine.ts';
import type { Task } from './one.ts';
import { reportOf } from './report.ts';
import type { ProvedSeed } from './seed.ts';
import type { Unreconciled } from './unreconciled.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    people: { type: 'string', default: '371' },
    kills: { type: 'string', default: '8' },
    'at-once': { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
});
const seeds = values.seeds.split(',').map(Number);
const [people, kills, atOnce] = [values.people, values.kills, values['at-once']].map(Number) as [
  number,
  number,
  number,
];
if ([...seeds, people, kills, atOnce].some((n) => !Number.isInteger(n) || n < 1)) {
  console.error(
    'npm run prove -- [--seeds 1,2,3] [--people 371] [--kills 8] [--at-once 2] [--write]',
  );
  process.exit(1);
}

const one = fileURLToPath(new URL('one.ts', import.meta.url));
const began = load();
// First, because it takes a minute and the seeds an hour: what breaks it is known at once.
const unreconciled = await inOwnProcess<Unreconciled>({ kind: 'unreconciled' }).catch(brokenOff);
// Side by side: most of the time of each is waiting for what a kill has broken.
const ended: (ProvedSeed | undefined)[] = [];
const waiting = seeds.entries();
await Promise.all(
  seeds.slice(0, atOnce).map(async () => {
    for (const [place, seed] of waiting) {
      const task: Task = { kind: 'seed', size: { seed, people, kills } };
      ended[place] = await inOwnProcess<ProvedSeed>(task).catch(brokenOff);
    }
  }),
);
const proved = ended.filter((one) => one !== undefined);
if (proved.length === 0) process.exit(1);
const report = reportOf({
  command: `npm run prove -- --seeds ${values.seeds} --people ${people} --kills ${kills} --at-once ${atOnce}`,
  machine: [...(await machine()), ['load average before, after', `${began}, ${load()}`]],
  proved,
  unreconciled,
});
console.log(`\n${report.text}`);
if (values.write) writeFileSync(new URL('../../docs/proof.md', import.meta.url), report.text);
process.exit(report.holds && proved.length === seeds.length ? 0 : 1);

/** What the others have shown is not lost with it. */
function brokenOff(error: unknown): undefined {
  console.error(error);
  return undefined;
}

/** Servers are named after the process that started them, so each run has one of its own. */
function inOwnProcess<Result>(task: Task): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(one);
    child.once('message', (result) => resolve(result as Result));
    child.once('exit', (code) => reject(new Error(`${JSON.stringify(task)} ended with ${code}.`)));
    child.send(task);
  });
}
