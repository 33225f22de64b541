import { createHmac } from 'node:crypto';

/**
 * X-Twilio-Signature of a form webhook: base64 HMAC-SHA1 with the account's token over the exact
 * URL followed by every field, sorted by name, as name and value without anything between.
 */
export function signatureOf(
  token: string,
  url: string,
  fields: Readonly<Record<string, string>>,
): string {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], url);
  return createHmac('sha1', token).update(signed).digest('base64');
}
