/**
 * What follows when a provider says no, to the call or later in a callback.
 * `retry-later`: not now, the same message; `invalid-address` and `landline`: never again there;
 * `suppress`: the person or network forbids it; `pause-sender`: this number cannot;
 * `stop-campaign-and-alert`: every further message makes it worse; `fail`: this message only.
 */
export type RefusalAction =
  | 'retry-later'
  | 'invalid-address'
  | 'landline'
  | 'suppress'
  | 'pause-sender'
  | 'stop-campaign-and-alert'
  | 'fail';

export type Refusal = {
  provider: Provider;
  code: string;
  action: RefusalAction;
  /** Name of the outcome in the catalogue of sentences. */
  reason: string;
  /** Of `retry-later`: how long to wait, and how many times in all it is tried. */
  retryAfterMs?: number;
  tries?: number;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const later = (reason: string, retryAfterMs: number, tries: number) =>
  ({ action: 'retry-later', reason, retryAfterMs, tries }) as const;

/** Twilio's codes, docs/providers/twilio.md. A 429 was never processed, so it is safe to repeat. */
const twilio: Readonly<Record<string, Omit<Refusal, 'provider' | 'code'>>> = {
  20003: { action: 'stop-campaign-and-alert', reason: 'credentials-refused' },
  20404: { action: 'fail', reason: 'not-found' },
  20429: later('too-many-requests', 2 * second, 20),
  21211: { action: 'invalid-address', reason: 'not-a-number' },
  21408: { action: 'fail', reason: 'country-not-enabled' },
  21606: { action: 'pause-sender', reason: 'sender-cannot-text' },
  21608: { action: 'fail', reason: 'trial-account' },
  21610: { action: 'suppress', reason: 'opted-out-at-provider' },
  21611: later('queue-full', 5 * minute, 10),
  21612: { action: 'fail', reason: 'no-route-from-sender' },
  21614: { action: 'landline', reason: 'landline' },
  21617: { action: 'fail', reason: 'text-too-long' },
  30001: later('queue-full', 5 * minute, 10),
  30002: { action: 'stop-campaign-and-alert', reason: 'account-suspended' },
  30003: later('handset-unreachable', 4 * hour, 3),
  30004: { action: 'fail', reason: 'blocked-by-carrier' },
  30005: { action: 'invalid-address', reason: 'unknown-number' },
  30006: { action: 'landline', reason: 'landline' },
  30007: { action: 'stop-campaign-and-alert', reason: 'filtered-as-spam' },
  30008: later('carrier-error', 5 * minute, 2),
  30022: later('rate-exceeded', minute, 10),
  30034: { action: 'stop-campaign-and-alert', reason: 'sender-not-registered' },
  30036: { action: 'fail', reason: 'validity-expired' },
  30450: { action: 'stop-campaign-and-alert', reason: 'pumping-guard' },
  30610: later('quiet-hours-at-provider', hour, 24),
  30640: { action: 'suppress', reason: 'known-litigator' },
};

/** OpenPhone's codes, docs/providers/openphone.md: resource, reason and status in seven digits. */
const openphone: Readonly<Record<string, Omit<Refusal, 'provider' | 'code'>>> = {
  '0200400': { action: 'fail', reason: 'not-understood' },
  '0200401': { action: 'stop-campaign-and-alert', reason: 'credentials-refused' },
  '0200402': { action: 'stop-campaign-and-alert', reason: 'no-credit' },
  '0200403': { action: 'stop-campaign-and-alert', reason: 'account-suspended' },
  '0200404': { action: 'pause-sender', reason: 'sender-cannot-text' },
  '0201402': { action: 'stop-campaign-and-alert', reason: 'no-credit' },
  '0202403': { action: 'pause-sender', reason: 'sender-cannot-text' },
  '0204403': later('carrier-limit', hour, 24),
  '0206400': { action: 'stop-campaign-and-alert', reason: 'sender-not-registered' },
};

const tables = { twilio, openphone } as const;

export type Provider = keyof typeof tables;

/**
 * What a refusal means. A code that nobody listed fails this message alone: it is neither repeated,
 * which could write twice, nor held against the number.
 */
export function refusalOf(provider: Provider, code: string | number): Refusal {
  const table = tables[provider];
  const key = String(code);
  const known = (Object.hasOwn(table, key) ? table[key] : undefined) ?? {
    action: 'fail',
    reason: 'refused',
  };
  return { provider, code: key, ...known };
}

/** Every listed refusal of a provider, for documents and tests. */
export function refusalsOf(provider: Provider): readonly Refusal[] {
  return Object.keys(tables[provider]).map((code) => refusalOf(provider, code));
}
