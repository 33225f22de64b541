/** What a webhook may do when it fails: `ct` no connection, `rt` no answer in time, or the status. */
export type RetryReason = 'ct' | 'rt' | '4xx' | '5xx';

export type WebhookTarget = {
  /** As it is called and signed: without the fragment. */
  readonly url: string;
  readonly connectMs: number;
  readonly readMs: number;
  /** Undefined where the client did not say, so that the sandbox's own patience holds. */
  readonly retries?: number;
  readonly retryOn: ReadonlySet<RetryReason>;
};

const ALL: readonly RetryReason[] = ['ct', 'rt', '4xx', '5xx'];

/** More patient than Twilio, which retries `ct` alone: an outage of the app must be survivable. */
const PATIENT: readonly RetryReason[] = ['ct', 'rt', '5xx'];

/** Reads Twilio's connection overrides, such as `#rc=2&rp=all&ct=2000`, off the end of a URL. */
export function webhookTarget(address: string): WebhookTarget {
  const hash = address.indexOf('#');
  const overrides = new URLSearchParams(hash < 0 ? '' : address.slice(hash + 1));
  const retries = numberIn(overrides, 'rc', 5);
  return {
    url: hash < 0 ? address : address.slice(0, hash),
    connectMs: numberIn(overrides, 'ct', 10_000) ?? 5_000,
    readMs: numberIn(overrides, 'rt', 15_000) ?? 15_000,
    ...(retries === undefined ? {} : { retries }),
    retryOn: new Set(reasonsIn(overrides.get('rp'))),
  };
}

function numberIn(overrides: URLSearchParams, name: string, most: number): number | undefined {
  const text = overrides.get(name);
  return text && /^\d+$/.test(text) ? Math.min(Number(text), most) : undefined;
}

function reasonsIn(policy: string | null): readonly RetryReason[] {
  if (policy === null) return PATIENT;
  const named = policy.split(',');
  return named.includes('all') ? ALL : ALL.filter((reason) => named.includes(reason));
}
