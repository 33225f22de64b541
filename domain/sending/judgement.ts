import type { Ending } from '#domain/campaigns/membership.ts';
import type { Cure, Look, RuleName, Values } from './passport.ts';

/** What a rule without a clock says: it lets go, ends the walk, fails the message or waits for somebody. */
export type Judgement = { look: Look; leadsTo: Consequence | null };

export type Consequence = { kind: 'over'; ending: Ending } | { kind: 'fail' } | { kind: 'park' };

export function passed(rule: RuleName, code: string, values: Values = {}): Judgement {
  return { look: { rule, verdict: 'passed', code, values }, leadsTo: null };
}

export function over(
  rule: RuleName,
  code: string,
  ending: Ending,
  values: Values = {},
  cure: Cure = 'nothing',
): Judgement {
  return {
    look: { rule, verdict: 'blocked', code, values, cure },
    leadsTo: { kind: 'over', ending },
  };
}

export function failed(rule: RuleName, code: string, cure: Cure, values: Values = {}): Judgement {
  return { look: { rule, verdict: 'blocked', code, values, cure }, leadsTo: { kind: 'fail' } };
}

export function parked(rule: RuleName, code: string, cure: Cure, values: Values = {}): Judgement {
  return { look: { rule, verdict: 'held', code, values, cure }, leadsTo: { kind: 'park' } };
}
