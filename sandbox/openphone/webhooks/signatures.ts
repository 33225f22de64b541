import { createHmac } from 'node:crypto';

/**
 * `openphone-signature` of the v1 family: base64 HMAC-SHA256 of the instant (epoch ms), a dot and
 * the body as it is sent; the key is base64.
 */
export function legacySignature(key: string, at: number, body: string): string {
  return `hmac;1;${at};${hmac(key, `${at}.${body}`)}`;
}

/** `webhook-signature` as Standard Webhooks has it; the secret is `whsec_` and base64, the instant seconds. */
export function standardSignature(
  secret: string,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): string {
  return `v1,${hmac(secret.replace(/^whsec_/, ''), `${id}.${seconds}.${body}`)}`;
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
}
