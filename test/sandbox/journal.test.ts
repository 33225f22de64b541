import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openJournal } from '../../sandbox/journal.ts';
import { client, json, PROVIDER_CONFIRMS, RUTH, startReceiver, storeAccount } from './running.ts';

let dataDir: string;
const running: ChildProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** The sandbox as the process that `npm run sandbox` starts. */
async function spawnSandbox(publicUrl: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      PUBLIC_URL: publicUrl,
      DATA_DIR: dataDir,
      SANDBOX_PACE_MS: '60-120',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const port = await new Promise<number>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /"port":(\d+)/.exec(chunk.toString());
      if (found) resolve(Number(found[1]));
    });
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return { ...client(`http://127.0.0.1:${port}`), end };
}

test('a kill loses no accepted message, walk, callback, opt-out or inbound message', async () => {
  const receiver = await startReceiver();
  const first = await spawnSandbox(receiver.url);
  await storeAccount(first.url, 1000);
  await first.write('+16035550177', { to: PROVIDER_CONFIRMS, body: 'STOP' });
  receiver.state.answer = () => 503;
  const taken: string[] = [];
  const StatusCallback = `${receiver.url}/status`;
  const creating = Array.from({ length: 40 }, async () => {
    taken.push((await json(first.create({ StatusCallback })))['sid']!);
  });
  const settled = Promise.allSettled(creating); // the kill cuts some of them off
  await Promise.all(creating.slice(0, 20));
  await first.write(RUTH, { to: PROVIDER_CONFIRMS, body: 'Did you get this?' });
  await first.end('SIGKILL');
  await settled;

  receiver.posted.length = 0;
  receiver.state.answer = () => 204;
  const second = await spawnSandbox(receiver.url);
  const rows = await vi.waitFor(
    async () => {
      const all = (await second.ledger()).filter((row) => row.madeBy === 'api');
      expect(all.every((row) => row.status === 'delivered')).toBe(true);
      expect(all.every((row) => row.statuses.at(-1)?.told)).toBe(true);
      return all;
    },
    { timeout: 5000 },
  );
  expect(rows.map((row) => row.sid)).toEqual(expect.arrayContaining(taken));
  expect(receiver.posted.map((one) => one.form['Body'])).toContain('Did you get this?');
  const refused = await second.create({ To: '+16035550177' });
  expect((await json<{ code: number }>(refused)).code).toBe(21610);
  expect(await second.end('SIGTERM')).toBe(0);
  await receiver.close();
}, 30_000);

test('half a line at the end, left by a kill in the middle of a write, is dropped', async () => {
  const file = join(dataDir, 'journal.jsonl');
  const journal = await openJournal<number>(file, () => {});
  await Promise.all([1, 2].map((entry) => journal.append(entry)));
  await journal.close();
  await appendFile(file, '{"kind":"acc');
  const read: number[] = [];
  const again = await openJournal<number>(file, (entry) => read.push(entry));
  await again.append(3);
  await again.close();
  expect(read).toEqual([1, 2]);
  expect(await readFile(file, 'utf8')).toBe('1\n2\n3\n');
});

test('an account stored again unchanged adds nothing to the journal', async () => {
  const sandbox = await spawnSandbox('http://127.0.0.1:9');
  const answers = [await storeAccount(sandbox.url, 5), await storeAccount(sandbox.url, 5)];
  expect(answers.map((answer) => answer.status)).toEqual([201, 200]);
  const lines = (await readFile(join(dataDir, 'sandbox', 'journal.jsonl'), 'utf8'))
    .trim()
    .split('\n');
  expect(lines).toHaveLength(1);
  await sandbox.end('SIGTERM');
}, 15_000);
