import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { findChromium } from '../parts/chromium.mjs';
import { postgresBinaries } from '../parts/postgres-binaries.mjs';
import { temporalBinary } from '../parts/temporal.mjs';

/** What the figures were taken on, by name. */
export async function machine(): Promise<[string, string][]> {
  const memory = `${(totalmem() / 2 ** 30).toFixed(1)} GB`;
  return [
    ['cores', `${cpus().length} (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory}`],
    ['Node', process.versions.node],
    ['PostgreSQL', lastWord(ask(`${postgresBinaries()}/bin/postgres`))],
    ['Temporal', ask(await temporalBinary())],
    ['Chromium', chromiumVersion()],
  ];
}

/** How many wanted a core of late, others' programs included. */
export const load = () => (loadavg()[0] ?? 0).toFixed(1);

const ask = (program: string) =>
  execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .trim()
    .replace(/^temporal version /, '');

const lastWord = (text: string) => text.split(' ').at(-1) ?? text;

function chromiumVersion(): string {
  const found = findChromium();
  return found ? (/[\d.]+/.exec(ask(found))?.[0] ?? 'unknown') : 'none found';
}
