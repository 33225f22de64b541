import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js';
import { readForm } from '#domain/twilio/form.ts';

export interface SignedRequest {
  /** Exactly as the provider called it: the configured public base, path and query. */
  url: string;
  signature: string | undefined;
  body: string;
}

/** Whether the account that owns this token sent the request (docs/providers/twilio.md, signatures). */
export function isSigned(authToken: string, { url, signature, body }: SignedRequest): boolean {
  if (!signature) return false;
  return url.includes('bodySHA256=')
    ? validateRequestWithBody(authToken, signature, url, body)
    : validateRequest(authToken, signature, url, readForm(body));
}
