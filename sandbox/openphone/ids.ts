import { randomBytes } from 'node:crypto';

/** The id of a message or call that somebody makes; longer than those that a seed makes. */
export function newActivityId(): string {
  return `AC${randomBytes(16).toString('hex')}`;
}
