import { once } from 'node:events';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { publicLookup, PrivateAddress, refusePrivateHost } from './public-address.ts';

export interface TwilioDoor {
  accountSid: string;
  authToken: string;
}

export interface MediaRequest {
  url: string;
  /** Null where links need no credentials: they are given none, wherever they lead. */
  twilio: TwilioDoor | null;
  /** Origin that stands in for the provider's hosts, in a sandbox workspace. */
  sandboxUrl: string | undefined;
  signal: AbortSignal;
}

export type MediaFile = { kind: 'file'; length: number | null; body: IncomingMessage };

export type MediaAnswer =
  | MediaFile
  | { kind: 'gone' }
  /** A link that opened by itself opens no more: it held for a while only. */
  | { kind: 'ended' }
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
    if (status < 300 || status >= 400 || !next) return read(answer, status, asked);
    answer.destroy();
    url = new URL(next, url);
  }
  return { kind: 'refused' };
}

function read(answer: IncomingMessage, status: number, { twilio }: MediaRequest): MediaAnswer {
  if (status === 200) {
    const length = Number(answer.headers['content-length'] ?? Number.NaN);
    return { kind: 'file', length: Number.isNaN(length) ? null : length, body: answer };
  }
  answer.destroy();
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 401 || status === 403) return { kind: twilio ? 'refused' : 'ended' };
  return { kind: 'unready', code: String(status) };
}

async function get(url: URL, asked: MediaRequest): Promise<IncomingMessage> {
  const { sandboxUrl, signal } = asked;
  const { twilio } = asked;
  const headers =
    twilio && url.host === 'api.twilio.com' ? { Authorization: basic(twilio) } : undefined;
  const sent = sandboxUrl
    ? plainRequest(new URL(url.pathname + url.search, sandboxUrl), {
        headers: { ...headers, 'X-Sim-Host': url.host },
        signal,
      })
    : secureRequest(checked(url), { headers: headers ?? {}, signal, lookup: publicLookup });
  const heard = once(sent, 'response');
  // What comes beyond the stated length breaks the request, often in the tick of its answer: then what
  // was read is not the whole, and an error that nobody hears would end the process.
  sent.on('error', (error) => void heard.then(destroyWith(error), () => undefined));
  sent.end();
  const [answer] = (await heard) as [IncomingMessage];
  return answer;
}

const destroyWith = (error: Error) => (heard: IncomingMessage[]) => void heard[0]?.destroy(error);

function checked(url: URL): URL {
  if (url.protocol !== 'https:') throw new PrivateAddress();
  refusePrivateHost(url);
  return url;
}

const basic = ({ accountSid, authToken }: TwilioDoor): string =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
