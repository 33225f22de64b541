import { join } from 'node:path';
import { localBlobs, type BlobStore } from '../blobs.ts';
import { s3Blobs, type S3Settings } from './s3.ts';

/** What decides where files lie. */
export interface BlobsEnv {
  DATA_DIR: string;
  /** `s3://bucket/prefix?endpoint=https://...&region=...`; absent: below DATA_DIR. */
  BLOBS?: string | undefined;
  BLOBS_KEY?: string | undefined;
  BLOBS_SECRET?: string | undefined;
}

/** The store of this installation, the same for every process. @throws with what is wrong in the setting */
export function openBlobs(env: BlobsEnv): BlobStore {
  const folder = join(env.DATA_DIR, 'blobs');
  return env.BLOBS ? s3Blobs(s3Settings(env.BLOBS, env), folder) : localBlobs(folder);
}

export function s3Settings(
  text: string,
  { BLOBS_KEY, BLOBS_SECRET }: Omit<BlobsEnv, 'DATA_DIR'>,
): S3Settings {
  const url = URL.parse(text);
  if (url?.protocol !== 's3:' || url.host === '') {
    throw new Error('BLOBS must be like s3://bucket?endpoint=https://s3.example.com');
  }
  if (!BLOBS_KEY || !BLOBS_SECRET) throw new Error('BLOBS needs BLOBS_KEY and BLOBS_SECRET.');
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    throw new Error('The endpoint in BLOBS must begin with https:// or http://');
  }
  const folder = url.pathname.replaceAll(/^\/+|\/+$/g, '');
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    bucket: url.host,
    prefix: folder && `${folder}/`,
    region,
    accessKeyId: BLOBS_KEY,
    secretAccessKey: BLOBS_SECRET,
  };
}
