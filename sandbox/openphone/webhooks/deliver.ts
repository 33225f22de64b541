import type { Logger } from 'pino';
import { send } from '../../post.ts';
import type { Timers } from '../../timers.ts';
import type { Webhook } from './event.ts';
import { legacySignature, standardSignature } from './signatures.ts';

export type Posted = {
  /** Of the delivery: the same for every try, and for what is sent twice. */
  readonly id: string;
  readonly url: string;
  readonly family: Webhook['family'];
  readonly key: string;
  readonly body: string;
  readonly retryScale: number;
};

/** Posts until the address answers 2xx; resolves when it has, or when there is no try left. */
export type DeliverQuo = (posted: Posted) => Promise<'taken' | 'given up'>;

/** Quo waits ten seconds for an answer, and comes eight times in all. */
const ANSWER_MS = 10_000;
const WAITS_S = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000];

export function createDeliver({ timers, log }: { timers: Timers; log: Logger }): DeliverQuo {
  return async function deliver(posted) {
    for (let tries = 0; ; tries += 1) {
      const outcome = await send({
        url: posted.url,
        body: posted.body,
        headers: { 'Content-Type': 'application/json', ...signed(posted) },
        connectMs: ANSWER_MS,
        readMs: ANSWER_MS,
      });
      if (typeof outcome === 'number' && outcome >= 200 && outcome < 300) return 'taken';
      const waitS = WAITS_S[tries];
      if (waitS === undefined) {
        log.warn({ outcome, tries: tries + 1 }, 'webhook of Quo given up');
        return 'given up';
      }
      await timers.sleep(waitS * 1000 * posted.retryScale);
    }
  };
}

/** Every try is signed anew; its id stays. */
function signed({ id, family, key, body }: Posted): { [name: string]: string } {
  const now = Date.now();
  if (family === 'v1') return { 'openphone-signature': legacySignature(key, now, body) };
  const seconds = Math.floor(now / 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': standardSignature(key, { id, seconds, body }),
  };
}
