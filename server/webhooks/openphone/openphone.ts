import type { OpenPhoneCredentials } from '#db/credentials.ts';
import { readWebhook } from '#domain/openphone/webhook.ts';
import type { WebhookProvider } from '../provider.ts';
import { kindOfSaid, readCall } from './event.ts';
import { quote } from './quote.ts';
import { judgeSignature, proofs } from './signature.ts';

/** Both families of OpenPhone (Quo) come to one address. */
export const openphone: WebhookProvider = {
  name: 'openphone',
  paths: [''],
  // A transcript of an hour is 100 KB.
  bodyBytes: 256 * 1024,
  headers: ['webhook-id', 'content-type', 'user-agent'],
  proofs,
  judge: (credentials: OpenPhoneCredentials, request) => judgeSignature(credentials, request),
  kindOf: ({ body }) => kindOfSaid(readWebhook(body).said),
  read: readCall,
  quote,
  thank: (c) => c.body(null, 204),
};
