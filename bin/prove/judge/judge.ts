import type { Evidence } from '../evidence.ts';
import { ledgersAgree, nobodyForgotten, onceEach, statesAgree } from './counts.ts';
import {
  endings,
  heardOnce,
  listsComplete,
  noDeadLetters,
  nothingStuck,
  ordersKept,
  stopsHeeded,
} from './events.ts';
import { dayLimits, nothingAfterStop, nothingWhilePaused, onlyInHours, spacing } from './times.ts';
import type { Rule, Violation } from './violation.ts';

/** All that is promised. The judge shares no rule with the product: it counts, and reads clocks by itself. */
const rules: readonly Rule[] = [
  onceEach,
  nobodyForgotten,
  ledgersAgree,
  statesAgree,
  nothingAfterStop,
  onlyInHours,
  nothingWhilePaused,
  spacing,
  dayLimits,
  heardOnce,
  stopsHeeded,
  endings,
  nothingStuck,
  ordersKept,
  noDeadLetters,
  listsComplete,
];

export const judge = (evidence: Evidence): Violation[] => rules.flatMap((rule) => rule(evidence));
