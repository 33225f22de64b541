import { createHmac, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { quoKeys } from '#test/db/events/quo-office.ts';
import { publicUrl } from './post.ts';

export interface PostedQuo {
  family?: 'v1' | 'dated';
  path?: string;
  /** base64, or `whsec_` and base64. */
  key?: string;
  /** When it was signed, epoch ms. */
  at?: number;
  /** Of the delivery, in the dated family. */
  id?: string;
}

/** Calls a webhook as OpenPhone does: JSON, signed as its family signs. */
export async function postQuo(app: Hono, body: string, posted: PostedQuo = {}): Promise<Response> {
  const { path = '/webhooks/openphone/desk' } = posted;
  return app.request(publicUrl + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...signed(body, posted) },
    body,
  });
}

function signed(
  body: string,
  { family = 'v1', key, at = Date.now(), id = `msg_${randomUUID()}` }: PostedQuo,
): Record<string, string> {
  if (family === 'v1') {
    const of = key ?? quoKeys.signingKeys[0]!;
    return { 'openphone-signature': `hmac;1;${at};${hmac(of, `${at}.${body}`)}` };
  }
  const seconds = Math.floor(at / 1000);
  const of = (key ?? quoKeys.datedSecrets[0]!).replace('whsec_', '');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${hmac(of, `${id}.${seconds}.${body}`)}`,
  };
}

const hmac = (key: string, text: string) =>
  createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
