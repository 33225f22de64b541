import { randomBytes } from 'node:crypto';

/** A new resource id: SM a text, MM a message with media, ME a picture. */
export function newSid(prefix: 'SM' | 'MM' | 'ME'): string {
  return prefix + randomBytes(16).toString('hex');
}
