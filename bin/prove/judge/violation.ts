import type { Evidence } from '../evidence.ts';

/** What was found wrong, by name, with whom it concerns: a telephone number, a send, a workflow. */
export interface Violation {
  name: ViolationName;
  about: string;
  detail: string;
}

export const violationNames = [
  'sent twice',
  'message missing',
  'message without a send',
  'sent after a stop',
  'sent outside its hours',
  'sent while paused',
  'numbers sent too fast',
  'limit of a day passed',
  'event lost',
  'event twice',
  'stop not heeded',
  'wrong ending',
  'state not as the provider says',
  'something is stuck',
  'order lost',
  'order done twice',
  'list not as it should be',
  'dead letter',
] as const;

export type ViolationName = (typeof violationNames)[number];

/** One thing the product promises, looked at over the whole evidence. */
export type Rule = (evidence: Evidence) => Violation[];

/** A call that was begun in time may arrive until then. */
export const callMs = 10_500;
