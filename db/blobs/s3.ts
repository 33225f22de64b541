import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { BlobGone, placeOf, type BlobStore } from '../blobs.ts';
import { cachedFile, dropCached } from './cache.ts';
import { askS3, type S3Keys, type S3Request } from './s3-request.ts';
import { stage } from './stage.ts';

export interface S3Settings extends S3Keys {
  /** Origin of the service, such as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  /** Before the name of each object; empty or ending in a slash. */
  prefix: string;
}

const CALL_MS = 30_000;
/** Of a whole object: 64 MB by a slow line. */
const TRANSFER_MS = 300_000;

/**
 * Objects of a bucket that speaks S3, for several machines that share one store.
 * @param folder of this machine, where contents are gathered before they go up, and copies to seek in
 */
export function s3Blobs(settings: S3Settings, folder: string): BlobStore {
  const { endpoint, bucket, prefix, ...keys } = settings;
  const urlOf = (sha256: string) => `${endpoint}/${bucket}/${prefix}${placeOf(sha256)}`;
  const ask = (asked: Omit<S3Request, 'ms'>, ms = CALL_MS) => askS3(keys, { ...asked, ms });

  return {
    stage: (source, limit) => stage(folder, source, limit),
    async put({ path, sha256, size }) {
      // The name of a content is its checksum: the service refuses what arrives as anything else.
      const headers = { 'x-amz-content-sha256': sha256 };
      const file = { path, size };
      settle(await ask({ method: 'PUT', url: urlOf(sha256), headers, file }, TRANSFER_MS), 'put');
    },
    read: (sha256, range) => Readable.from(chunks(urlOf(sha256), range), { objectMode: false }),
    async sizeOf(sha256) {
      const answer = await ask({ method: 'HEAD', url: urlOf(sha256) });
      if (answer.statusCode === 404) {
        answer.resume();
        return null;
      }
      settle(answer, 'head');
      return Number(answer.headers['content-length']);
    },
    async remove(sha256) {
      settle(await ask({ method: 'DELETE', url: urlOf(sha256) }), 'delete');
      await dropCached(folder, sha256);
    },
    fileOf: (sha256) => cachedFile(folder, sha256, () => chunks(urlOf(sha256))),
  };

  async function* chunks(url: string, range?: { start: number; end?: number }) {
    const headers = range ? { range: `bytes=${range.start}-${range.end ?? ''}` } : {};
    const answer = await ask({ method: 'GET', url, headers }, TRANSFER_MS);
    const status = answer.statusCode ?? 0;
    if (status >= 300) answer.resume();
    if (status === 404) throw new BlobGone();
    if (status >= 300) throw refusal('get', status);
    yield* answer as AsyncIterable<Uint8Array>;
  }
}

/** Empties an answer, so that its connection serves the next; @throws where it is no yes */
function settle(answer: IncomingMessage, what: string): void {
  // What the service says may name the object and its owner: the status is enough.
  answer.resume();
  const status = answer.statusCode ?? 0;
  if (status >= 300) throw refusal(what, status);
}

const refusal = (what: string, status: number) =>
  new Error(`The store answered ${what} with ${status}.`);
