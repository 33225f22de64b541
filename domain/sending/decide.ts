import type { Decision } from './decision.ts';
import type { SendFacts } from './facts.ts';
import { failed, type Judgement } from './judgement.ts';
import { occupies } from './pace.ts';
import type { Passport } from './passport.ts';
import { estimatePrice } from './price.ts';
import type { SenderChoice } from './sender-choice.ts';
import { choiceFor, segmentsFor, senderClocks, senderJudgements, slotFor } from './sender-rule.ts';
import { standingRules } from './standing.ts';
import { type Clock, clocks, whenAllAgree } from './timing.ts';

/**
 * The gate: whether this message goes at this instant, and if not, why and until when.
 * Pure; preview, review, rehearsal and sender all ask it. Every rule is looked at even where an
 * earlier one has decided, so that the passport tells all that stands in the way.
 * An end wins over all; then the first that fails or pauses it, in the passport's order; clocks last.
 */
export function decide(facts: SendFacts, at: number): Decision {
  const choice = choiceFor(facts, at);
  const hours = clocks(facts, at);
  const line = senderClocks(facts, choice, at);
  const judgements = [
    ...standingRules(facts).map((rule) => rule(facts, at)),
    ...hours.map((clock) => judge(clock, at)),
    ...senderJudgements(choice),
    ...line.map((clock) => judge(clock, at)),
  ];
  const passport = { at, purpose: facts.purpose, looks: judgements.map(({ look }) => look) };
  return (
    stopped(judgements, passport) ??
    held(facts, at, [...hours, ...line], choice, passport) ??
    sent(facts, at, choice, passport)
  );
}

function judge(clock: Clock, at: number): Judgement {
  const { rule, values, cure } = clock;
  const until = clock.from(at);
  if (until === null) return failed(rule, 'never-opens', 'change-window', values);
  return until > at
    ? { look: { rule, verdict: 'held', code: clock.held, values, until, cure }, leadsTo: null }
    : { look: { rule, verdict: 'passed', code: clock.passed, values }, leadsTo: null };
}

function stopped(judgements: readonly Judgement[], passport: Passport): Decision | null {
  const found =
    judgements.find(({ leadsTo }) => leadsTo?.kind === 'over') ??
    judgements.find(({ leadsTo }) => leadsTo !== null);
  if (!found?.leadsTo) return null;
  const { rule, code } = found.look;
  switch (found.leadsTo.kind) {
    case 'over':
      return { kind: 'over', ending: found.leadsTo.ending, rule, why: code, passport };
    case 'fail':
      return { kind: 'fail', code, rule, passport };
    case 'park':
      return { kind: 'park', rule, why: code, passport };
  }
}

/** Held until all clocks agree, so that nobody wakes to be told "not yet" again. */
function held(
  facts: SendFacts,
  at: number,
  timed: readonly Clock[],
  choice: SenderChoice,
  passport: Passport,
): Decision | null {
  const until = whenAllAgree(timed, at);
  if (until === at) return null;
  if (until === null) {
    return { kind: 'fail', code: 'no-legal-window', rule: 'campaign-window', passport };
  }
  const holding = passport.looks.filter((look) => look.verdict === 'held');
  const { rule, code } = holding.reduce((a, b) => ((b.until ?? 0) > (a.until ?? 0) ? b : a));
  const onlyLine = holding.every((look) => look.rule === 'pace');
  const reserve = onlyLine ? place(facts, choice, at, until) : null;
  return { kind: 'hold', until, rule, why: code, reserve, passport };
}

/** A place in line is taken, or kept, only where the message can go when its turn comes. */
function place(facts: SendFacts, choice: SenderChoice, at: number, until: number) {
  if (choice.kind !== 'chosen') return null;
  const { slotAt, freeAt } = slotFor(facts, choice.sender, at);
  return slotAt === until ? { senderId: choice.sender.id, slotAt, freeAt } : null;
}

function sent(facts: SendFacts, at: number, choice: SenderChoice, passport: Passport): Decision {
  if (choice.kind !== 'chosen' || facts.text.kind !== 'text') {
    throw new Error('a message without sender or text passed the gate');
  }
  const { segments, encoding } = segmentsFor(facts);
  const { micros, currency } = estimatePrice({
    provider: choice.sender.provider,
    country: facts.recipient.country,
    segments,
  });
  return {
    kind: 'send',
    sender: choice.sender,
    chosenBy: choice.by,
    text: facts.text.text,
    encoding,
    segments,
    estimateMicros: micros,
    currency,
    freeAt: slotFor(facts, choice.sender, at).freeAt,
    busyUntil: Math.max(choice.sender.busyUntil ?? at, at) + occupies(choice.sender, segments),
    passport,
  };
}
