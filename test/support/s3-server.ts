import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { S3Settings } from '#db/blobs/s3.ts';
import { freePort } from '../../bin/parts/ports.mjs';
import { until } from './until.ts';

const command = 'go install github.com/versity/versitygw/cmd/versitygw@v1.8.0';
const folders = [...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go/bin')];
const binary = folders.map((folder) => join(folder, 'versitygw')).find(existsSync);

/** For `describe.skipIf(noS3Server())`: a machine without one skips aloud. */
export function noS3Server(): boolean {
  if (binary) return false;
  console.warn(`SKIPPED the tests of the S3 store: no server. Install it: ${command}`);
  return true;
}

/** A real S3 gateway over a folder of its own, which checks signatures and checksums. */
export async function startS3Server(): Promise<S3Settings & { close: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'throughline-s3-'));
  for (const folder of ['files', 'files/firm', 'meta']) await mkdir(join(root, folder));
  const port = await freePort(0);
  const keys = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
  const server = spawn(
    binary ?? '',
    [
      '--port',
      `127.0.0.1:${port}`,
      '--quiet',
      'posix',
      '--sidecar',
      join(root, 'meta'),
      join(root, 'files'),
    ],
    {
      env: {
        ...process.env,
        ROOT_ACCESS_KEY: keys.accessKeyId,
        ROOT_SECRET_KEY: keys.secretAccessKey,
      },
      stdio: 'ignore',
    },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(endpoint).catch(() => null)) !== null);
  return { endpoint, bucket: 'firm', prefix: 'throughline/', region: 'us-east-1', ...keys, close };

  async function close(): Promise<void> {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    await rm(root, { recursive: true, force: true });
  }
}
