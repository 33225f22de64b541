import type { PastMessage } from '#domain/history/exchange.ts';
import type { CallResult, Checked, ListedMessage, MessagingProvider } from '../provider.ts';
import type { OpenPhone } from './client.ts';
import { OpenPhoneError } from './error.ts';
import { TooManyWait } from './pace.ts';

/** Instants of the provider are of its own clock, and whether a bound is part of a span is unconfirmed. */
const clocksDifferMs = 2_000;

/** Two numbers exchange a few messages in the seconds of one call, not hundreds. */
const mostPages = 5;

/** What texting takes of an account: its client, and what its numbers are called there. */
interface Texting {
  client: OpenPhone;
  /** The provider's id of a number of ours; null where the account does not hold it. */
  numberIdOf: (number: string) => Promise<string | null>;
}

/** OpenPhone (Quo) as a provider of messages; see docs/providers/openphone.md. */
export function openPhoneMessaging({ client, numberIdOf }: Texting): MessagingProvider {
  return { send, list, check };

  async function send(message: { from: string; to: string; body: string }): Promise<CallResult> {
    const { from, to, body: content } = message;
    try {
      // Nobody there has to answer what was answered or written here: this is the one inbox.
      const taken = await client.sendMessage({ content, from, to: [to], setInboxStatus: 'done' });
      const { providerId } = taken;
      return { kind: 'accepted', providerId, segments: null, priceMicros: null };
    } catch (error) {
      return failureOf(error);
    }
  }

  async function list(pair: { from: string; to: string; since: Date }): Promise<ListedMessage[]> {
    const numberId = await numberIdOf(pair.from);
    if (!numberId) throw new OpenPhoneError(404, 'no-number');
    const createdAfter = new Date(pair.since.getTime() - clocksDifferMs).toISOString();
    const found: PastMessage[] = [];
    let token: string | null = null;
    for (let page = 0; page < mostPages; page += 1) {
      const { items, next } = await client.messages({
        numberId,
        participants: [pair.to],
        createdAfter,
        token,
      });
      found.push(...items);
      if (next === null) break;
      token = next;
    }
    return found
      .filter(({ direction }) => direction === 'out')
      .map(({ providerId, at, body }) => ({ providerId, createdAt: new Date(at), body }))
      .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }

  async function check(): Promise<Checked> {
    try {
      const { items: numbers } = await client.phoneNumbers();
      return { ok: true, numbers };
    } catch (error) {
      return { ok: false, code: checkCode(error) };
    }
  }
}

/** A 4xx is an answer; a 5xx, or an answer that was cut or cannot be read, leaves open what happened. */
function failureOf(error: unknown): Exclude<CallResult, { kind: 'accepted' }> {
  if (error instanceof TooManyWait) return { kind: 'busy', retryAfterMs: error.waitMs };
  if (!(error instanceof OpenPhoneError)) throw error;
  const { status, code } = error;
  if (status === 429) return { kind: 'busy', retryAfterMs: null };
  if (status !== null && status >= 400 && status < 500) {
    return { kind: 'refused', code: /^02\d{5}$/.test(code) ? code : `0200${status}` };
  }
  return code === 'unreachable' ? { kind: 'unreachable', code } : { kind: 'unknown', code };
}

/** Of a look only the status counts, and where there was none, why. */
function checkCode(error: unknown): string {
  if (!(error instanceof OpenPhoneError)) throw error;
  if (error.status === 429) return 'busy';
  return String(error.status ?? error.code);
}
