import { once } from 'node:events';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { publicLookup, PrivateAddress, refusePrivateHost } from './public-address.ts';

export interface MediaRequest {
  url: string;
  accountSid: string;
  authToken: string;
  /** Origin that stands in for the provider's hosts, in a sandbox workspace. */
  sandboxUrl: string | undefined;
  signal: AbortSignal;
}

export type MediaFile = { kind: 'file'; length: number | null; body: IncomingMessage };

export type MediaAnswer =
  | MediaFile
  | { kind: 'gone' }
  | { kind: 'refused' }
  /** Worth another try: the provider is busy, broken, or not ready. */
  | { kind: 'unready'; code: string };

const REDIRECTS = 3;

/**
 * Asks the provider for a file that came with a message. Twilio answers with a redirect to a place
 * that is signed and takes no credentials, so they go to its API alone.
 * @throws PrivateAddress where the link leads inside, or what the network throws
 */
export async function fetchMedia(asked: MediaRequest): Promise<MediaAnswer> {
  let url = new URL(asked.url);
  for (let step = 0; step <= REDIRECTS; step += 1) {
    const answer = await get(url, asked);
    const status = answer.statusCode ?? 0;
    const next = answer.headers.location;
    if (status < 300 || status >= 400 || !next) return read(answer, status);
    answer.destroy();
    url = new URL(next, url);
  }
  return { kind: 'refused' };
}

function read(answer: IncomingMessage, status: number): MediaAnswer {
  if (status === 200) {
    const length = Number(answer.headers['content-length'] ?? Number.NaN);
    return { kind: 'file', length: Number.isNaN(length) ? null : length, body: answer };
  }
  answer.destroy();
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 401 || status === 403) return { kind: 'refused' };
  return { kind: 'unready', code: String(status) };
}

async function get(url: URL, asked: MediaRequest): Promise<IncomingMessage> {
  const { sandboxUrl, signal } = asked;
  const headers = url.host === 'api.twilio.com' ? { Authorization: basic(asked) } : {};
  const sent = sandboxUrl
    ? plainRequest(new URL(url.pathname + url.search, sandboxUrl), {
        headers: { ...headers, 'X-Sim-Host': url.host },
        signal,
      })
    : secureRequest(checked(url), { headers, signal, lookup: publicLookup });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

function checked(url: URL): URL {
  if (url.protocol !== 'https:') throw new PrivateAddress();
  refusePrivateHost(url);
  return url;
}

const basic = ({ accountSid, authToken }: MediaRequest): string =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
