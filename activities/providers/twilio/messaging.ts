import { callTimeMs } from '#db/sending/write-decision.ts';
import { neverConnected } from '../never-connected.ts';
import type { CallResult, ListedMessage, MessagingProvider, OutgoingMessage } from '../provider.ts';
import { twilioClient, type TwilioAccount } from './client.ts';

export interface MessagingAccount extends TwilioAccount {
  /** Called on every status of a message; carries the id of our send. */
  statusUrl: (sendId: string) => string;
}

/** Twilio Programmable Messaging, by its own package; see docs/providers/twilio.md. */
export function twilioMessaging(account: MessagingAccount): MessagingProvider {
  const client = twilioClient(account, callTimeMs - 500);
  return { send, list, check };

  async function send(message: OutgoingMessage): Promise<CallResult> {
    const { from, to, body, sendId } = message;
    const statusCallback = account.statusUrl(sendId);
    try {
      const taken = await client.messages.create({ from, to, body, statusCallback });
      const segments = Number(taken.numSegments) || null;
      return {
        kind: 'accepted',
        providerId: taken.sid,
        segments,
        priceMicros: micros(taken.price),
      };
    } catch (error) {
      return failureOf(error);
    }
  }

  async function list(pair: { from: string; to: string; since: Date }): Promise<ListedMessage[]> {
    const { from, to, since } = pair;
    // Without a date: whether a queued message has a date of sending is not documented. Newest come first.
    const found = await client.messages.list({ from, to, limit: 50 });
    return found
      .filter((message) => message.dateCreated.getTime() >= since.getTime() - roundedMs)
      .map((message) => ({ providerId: message.sid, createdAt: message.dateCreated }))
      .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }

  async function check(): Promise<{ ok: true } | { ok: false; code: string }> {
    try {
      await client.api.accounts(account.accountSid).fetch();
      return { ok: true };
    } catch (error) {
      const failure = failureOf(error);
      return { ok: false, code: 'code' in failure ? failure.code : failure.kind };
    }
  }
}

/** Times come in whole seconds, of a clock that is not ours. */
const roundedMs = 2_000;

/** Prices come as text, negative, in whole units of the currency. */
function micros(price: string | null): number | null {
  return price === null ? null : Math.round(Math.abs(Number(price)) * 1_000_000);
}

/** A 4xx with Twilio's code is its answer; a 5xx or a broken connection leaves open what happened. */
function failureOf(error: unknown): Exclude<CallResult, { kind: 'accepted' }> {
  const { status, code } = error as { status?: number; code?: number | string };
  if (status === 429 || code === 20429) return { kind: 'busy', retryAfterMs: null };
  if (status !== undefined && status < 500)
    return { kind: 'refused', code: String(code ?? status) };
  if (typeof code === 'string' && neverConnected.has(code)) return { kind: 'unreachable', code };
  return { kind: 'unknown', code: String(code ?? status ?? 'no-answer') };
}
