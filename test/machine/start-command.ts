import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startedAt } from '../../bin/parts/process-identity.mjs';
import { clusterFolder } from '../../bin/parts/postgres-cluster.mjs';

const patienceMs = 120_000;

/** A data folder of its own, which only its owner may enter. */
export function ownDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-'));
  return {
    dataDir,
    remove() {
      const before = process.env['DATA_DIR'];
      process.env['DATA_DIR'] = dataDir;
      rmSync(path.dirname(clusterFolder('postgres')), { recursive: true, force: true });
      if (before === undefined) delete process.env['DATA_DIR'];
      else process.env['DATA_DIR'] = before;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** `npm start` of this checkout over a data folder; `env` wins over what the tests run with. */
export function startCommand(dataDir: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: { ...ownServers(process.env), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // a killed test run takes its start along
  });
  const output: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const exited = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  return {
    exited,
    words: () => output.join(''),
    up: () => until(child, () => output.join('').includes('\nsign in '), output),
    address: (name: string) => addressIn(output.join(''), name),
    says: (words: string) => until(child, () => output.join('').includes(words), output),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  };
}

export type StartCommand = ReturnType<typeof startCommand>;

/** Without what would replace the embedded parts. */
function ownServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const replacing = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SANDBOX_URL', 'PUBLIC_URL', 'NODE_ENV'];
  const kept = Object.entries(env).filter(
    ([name]) => !replacing.includes(name) && !name.startsWith('VITEST') && !name.startsWith('npm_'),
  );
  return Object.fromEntries(kept);
}

const addressIn = (text: string, name: string) =>
  new RegExp(`^${name} +(http\\S+)$`, 'm').exec(text)?.[1] ?? '';

async function until(child: ChildProcess, happened: () => boolean, output: string[]) {
  const deadline = Date.now() + patienceMs;
  while (!happened()) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(output.join(''));
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
}

/** The pids that a start has noted, by the name of the part. */
export function notedPids(dataDir: string): Record<string, number> {
  const folder = path.join(dataDir, 'run');
  const entries = readdirSync(folder).map((file) => {
    const { pid } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { pid: number };
    return [path.basename(file, '.json'), pid] as const;
  });
  return Object.fromEntries(entries);
}

export const lives = (pid: number) => startedAt(pid) !== undefined;
