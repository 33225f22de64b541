import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OpenPhoneCredentials } from '#db/credentials.ts';
import type { Request, Verdict } from '../provider.ts';

/** Names of the headers of both families. */
export const proofs = ['openphone-signature', 'webhook-timestamp', 'webhook-signature'] as const;

type Keys = Pick<OpenPhoneCredentials, 'signingKeys' | 'datedSecrets'>;

/** One signature with what it covers, read from the headers. */
interface Claim {
  /** Epoch ms. */
  signedAt: number;
  signature: Buffer;
  covers: readonly string[];
  keys: readonly Buffer[];
}

/**
 * Whether an account signed a webhook, with any of its keys (docs/providers/openphone.md, webhooks).
 * A signature that fits and lies too far from now is `stale`: somebody may repeat what they overheard.
 */
export function judgeSignature(keys: Keys, request: Request): Verdict {
  const claims = [...legacyClaims(keys, request), ...datedClaims(keys, request)];
  if (claims.length === 0)
    return proofs.some((name) => request.headers[name]) ? 'signature' : 'no-signature';
  const fitting = claims.filter(fits);
  if (fitting.length === 0) return 'signature';
  const isFresh = ({ signedAt }: Claim) => Math.abs(request.at - signedAt) <= request.toleranceMs;
  return fitting.some(isFresh) ? 'signed' : 'stale';
}

/** `hmac;1;<epoch ms>;<base64>`, perhaps several with commas. */
function legacyClaims({ signingKeys }: Keys, { headers, body }: Request): Claim[] {
  return (headers['openphone-signature'] ?? '').split(',').flatMap((one) => {
    const [scheme, version, at = '', signature] = one.trim().split(';');
    if (scheme !== 'hmac' || version !== '1' || !signature) return [];
    return claimOf(Number(at), signature, {
      covers: [body, compact(body)].map((text) => `${at}.${text}`),
      keys: signingKeys,
    });
  });
}

/** Standard Webhooks: `v1,<base64>`, perhaps several with blanks. */
function datedClaims({ datedSecrets }: Keys, { headers, body }: Request): Claim[] {
  const { 'webhook-id': id, 'webhook-timestamp': seconds } = headers;
  if (!id || !seconds) return [];
  return (headers['webhook-signature'] ?? '').split(' ').flatMap((one) => {
    const [version, signature] = one.split(',');
    if (version !== 'v1' || !signature) return [];
    return claimOf(Number(seconds) * 1000, signature, {
      covers: [`${id}.${seconds}.${body}`],
      keys: datedSecrets.map((secret) => secret.replace(/^whsec_/, '')),
    });
  });
}

function claimOf(
  signedAt: number,
  signature: string,
  { covers, keys }: { covers: readonly string[]; keys: readonly string[] },
): Claim[] {
  if (!Number.isFinite(signedAt)) return [];
  const claim = { signedAt, signature: Buffer.from(signature, 'base64'), covers };
  return [{ ...claim, keys: keys.map((key) => Buffer.from(key, 'base64')) }];
}

/** The provider's own sample signs what it has printed anew, without blanks. */
function compact(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}

function fits({ signature, covers, keys }: Claim): boolean {
  return keys.some((key) =>
    covers.some((text) => {
      const expected = createHmac('sha256', key).update(text).digest();
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    }),
  );
}
