import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { placeOf, type BlobStore } from '../blobs.ts';
import { cachedFile, dropCached } from './cache.ts';
import { stage } from './stage.ts';

export interface S3Settings {
  /** Origin of the service, such as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  /** Before the name of each object; empty or ending in a slash. */
  prefix: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const CALL_MS = 30_000;
/** Of a whole object: 64 MB by a slow line. */
const TRANSFER_MS = 300_000;
/** After an answer that says "later"; what a network breaks is the caller's to repeat. */
const RETRIES = 3;

/**
 * Objects of a bucket that speaks S3, for several machines that share one store.
 * @param folder of this machine, where contents are gathered before they go up, and copies to seek in
 */
export function s3Blobs(settings: S3Settings, folder: string): BlobStore {
  const { endpoint, bucket, prefix, ...keys } = settings;
  const client = new AwsClient({ ...keys, service: 's3', retries: RETRIES });
  const urlOf = (sha256: string) => `${endpoint}/${bucket}/${prefix}${placeOf(sha256)}`;
  const ask = (sha256: string, asked: RequestInit, ms = CALL_MS) =>
    client.fetch(urlOf(sha256), { ...asked, signal: AbortSignal.timeout(ms) });

  return {
    put: (source, limit) =>
      stage(folder, { source, limit }, async (path, { sha256 }) => {
        // The name of a content is its checksum: the service refuses what arrives as anything else.
        const headers = { 'X-Amz-Content-Sha256': sha256 };
        const body = await openAsBlob(path);
        await settle('put', await ask(sha256, { method: 'PUT', headers, body }, TRANSFER_MS));
      }),
    read: (sha256, range) => Readable.from(chunks(sha256, range), { objectMode: false }),
    async sizeOf(sha256) {
      const answer = await ask(sha256, { method: 'HEAD' });
      if (answer.status === 404) return null;
      await settle('head', answer);
      return Number(answer.headers.get('content-length'));
    },
    async remove(sha256) {
      await settle('delete', await ask(sha256, { method: 'DELETE' }));
      await dropCached(folder, sha256);
    },
    fileOf: (sha256) => cachedFile(folder, sha256, () => chunks(sha256)),
  };

  async function* chunks(sha256: string, range?: { start: number; end?: number }) {
    const headers = range ? { Range: `bytes=${range.start}-${range.end ?? ''}` } : {};
    const answer = await ask(sha256, { method: 'GET', headers }, TRANSFER_MS);
    if (answer.status === 404) throw gone();
    if (!answer.ok) await settle('get', answer);
    if (answer.body) yield* answer.body;
  }
}

/** Empties an answer, so that its connection serves the next; @throws where it is no yes */
async function settle(what: string, answer: Response): Promise<void> {
  // What the service says may name the object and its owner: the status is enough.
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The store answered ${what} with ${answer.status}.`);
}

const gone = () => Object.assign(new Error('The content is gone.'), { code: 'ENOENT' });
