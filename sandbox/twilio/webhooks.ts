import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type PostOutcome, send } from '../post.ts';
import type { Timers } from '../timers.ts';
import { signatureOf } from './signature.ts';
import { type RetryReason, webhookTarget } from './webhook-url.ts';

/** A form that the provider posts to its customer's address, signed with the account's token. */
export type Webhook = {
  readonly address: string;
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
};

export type DeliverWebhook = (webhook: Webhook) => Promise<'taken' | 'given up'>;

export type Patience = { readonly retries: number; readonly firstWaitMs: number };

const LONGEST_WAIT_MS = 30_000;

/**
 * Posts until the address answers 2xx, retrying with doubling waits. Every try of one webhook
 * carries the same I-Twilio-Idempotency-Token; `rc` and `rp` in the URL's fragment overrule.
 */
export function createWebhooks(options: {
  readonly timers: Timers;
  readonly patience: Patience;
  readonly log: Logger;
}): DeliverWebhook {
  const { timers, patience, log } = options;

  return async function deliver({ address, token, fields }) {
    const target = webhookTarget(address);
    const post = {
      ...target,
      body: new URLSearchParams(fields).toString(),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        Accept: '*/*',
        'User-Agent': 'TwilioProxy/1.1',
        'X-Twilio-Signature': signatureOf(token, target.url, fields),
        'I-Twilio-Idempotency-Token': randomUUID(),
      },
    };
    for (let tries = 0; ; tries += 1) {
      const outcome = await send(post);
      if (isTaken(outcome)) return 'taken';
      if (tries >= (target.retries ?? patience.retries) || !target.retryOn.has(reasonOf(outcome))) {
        log.warn({ code: 11200, outcome, tries: tries + 1 }, 'webhook given up');
        return 'given up';
      }
      await timers.sleep(Math.min(patience.firstWaitMs * 2 ** tries, LONGEST_WAIT_MS));
    }
  };
}

function isTaken(outcome: PostOutcome): boolean {
  return typeof outcome === 'number' && outcome >= 200 && outcome < 300;
}

/** A redirect loses the form, so Twilio counts it with the failures of the address. */
function reasonOf(outcome: PostOutcome): RetryReason {
  if (typeof outcome === 'string') return outcome;
  return outcome < 500 ? '4xx' : '5xx';
}
