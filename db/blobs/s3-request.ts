import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';

export interface S3Keys {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** A local file to send as the body. */
  file?: { path: string; size: number };
  /** Until the last byte. */
  ms: number;
}

const RETRIES = 3;
const FIRST_WAIT_MS = 200;

/**
 * Asks the service, signed; what is busy or breaks off before it answers is asked again, since all we
 * ask may be asked twice. Not by fetch: that of Node 24 ends the process when the service closes a
 * connection whose answer is still being read.
 * @throws what the network threw last
 */
export async function askS3(keys: S3Keys, asked: S3Request): Promise<IncomingMessage> {
  for (let attempt = 0; ; attempt += 1) {
    const isLast = attempt === RETRIES;
    const answer = await askOnce(keys, asked).catch((error: unknown) => {
      if (isLast) throw error;
      return null;
    });
    if (answer && (isLast || !isBusy(answer.statusCode ?? 0))) return answer;
    answer?.resume();
    await wait(FIRST_WAIT_MS * 2 ** attempt);
  }
}

const isBusy = (status: number): boolean => status === 429 || status >= 500;

async function askOnce(
  keys: S3Keys,
  { method, url, headers = {}, file, ms }: S3Request,
): Promise<IncomingMessage> {
  const signer = new AwsV4Signer({ ...keys, service: 's3', method, url, headers });
  const signed = await signer.sign();
  const send = signed.url.protocol === 'https:' ? secureRequest : plainRequest;
  const sent = send(signed.url, {
    method,
    headers: {
      ...Object.fromEntries(signed.headers),
      ...(file ? { 'content-length': String(file.size) } : {}),
    },
    signal: AbortSignal.timeout(ms),
  });
  const heard = once(sent, 'response');
  // It stays: a connection that breaks after the answer began is told to whoever reads the answer.
  sent.on('error', () => undefined);
  if (file)
    createReadStream(file.path)
      .on('error', (error) => sent.destroy(error))
      .pipe(sent);
  else sent.end();
  const [answer] = (await heard) as [IncomingMessage];
  return answer;
}
