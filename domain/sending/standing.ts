import { consentVerdict } from './consent.ts';
import type { SendFacts } from './facts.ts';
import { failed, type Judgement, over, parked, passed } from './judgement.ts';
import { countSegments } from './segments.ts';
import { isSuppressed } from './suppression.ts';

type Rule = (facts: SendFacts, at: number) => Judgement;

/** More segments than this carriers cut or refuse. */
export const mostSegments = 10;

/** An answer to STOP, START or HELP later than this would come out of nowhere (47 CFR 64.1200(a)(12)). */
const answerWithin = 5 * 60_000;

/** The rules that look at how things stand, whatever the hour, in the order of the passport. */
export function standingRules(facts: SendFacts): readonly Rule[] {
  const marketing = facts.purpose === 'marketing';
  return [
    ...(facts.membership ? [membership] : []),
    ...(facts.campaign ? [campaign] : []),
    workspace,
    address,
    ...(answersKeyword(facts) ? [] : [suppression]),
    ...(marketing ? [consent] : []),
    text,
    ...(answersKeyword(facts) ? [promptness] : []),
  ];
}

/** The one answer to a keyword may reach a person who has just opted out. */
function answersKeyword(facts: SendFacts): boolean {
  const { purpose } = facts;
  return purpose === 'confirmation' || (purpose === 'service' && facts.answersAt !== null);
}

const membership: Rule = ({ membership: walk }) => {
  if (!walk) return passed('membership', 'walking');
  if (walk.state === 'ended' || walk.state === 'excluded') {
    return over('membership', 'ended', walk.ending ?? 'stopped', { ending: walk.ending });
  }
  if (walk.pausedSince !== null) {
    return parked('membership', 'membership-paused', 'resume-membership', {
      since: walk.pausedSince,
    });
  }
  return passed('membership', 'walking');
};

const campaign: Rule = (facts) => {
  const { state, pausedSince } = facts.campaign ?? { state: 'running', pausedSince: null };
  if (state === 'stopped' || state === 'complete') {
    return over('campaign', 'campaign-stopped', 'campaign-stopped', { state });
  }
  if (state === 'paused' || state === 'draft' || pausedSince !== null) {
    return parked('campaign', 'campaign-paused', 'resume-campaign', { state, since: pausedSince });
  }
  return passed('campaign', 'running', { state });
};

const workspace: Rule = ({ workspacePausedSince: since }) =>
  since === null
    ? passed('workspace', 'running')
    : parked('workspace', 'workspace-paused', 'resume-workspace', { since });

const address: Rule = ({ recipient }) => {
  switch (recipient.address) {
    case 'usable':
      return passed('address', 'usable');
    case 'invalid':
      return failed('address', 'invalid-address', 'correct-address');
    case 'landline':
      return failed('address', 'landline', 'correct-address');
    case 'erased':
      return over('address', 'erased', 'erased');
  }
};

const suppression: Rule = (facts) => {
  const { blocked, reason, since } = facts.suppression;
  if (!isSuppressed(blocked, facts.channel)) return passed('suppression', 'none');
  const values = { reason, since, channel: blocked.includes('*') ? null : facts.channel };
  const cure =
    reason === 'import' || reason === 'person' ? 'record-consent' : 'person-writes-start';
  // The gate may know of a STOP before the relay has ended the walk: then it ends as the relay would end it.
  const ending = reason === 'keyword' ? 'opted-out' : 'suppressed';
  return facts.membership
    ? over('suppression', 'suppressed', ending, values, cure)
    : failed('suppression', 'suppressed', cure, values);
};

const consent: Rule = (facts) => {
  const basis = facts.campaign?.consentBasis ?? null;
  const verdict = consentVerdict(facts.consent, basis);
  switch (verdict) {
    case 'recorded':
      return passed('consent', 'recorded');
    case 'basis-stated':
      return passed('consent', 'basis-stated', { basis });
    case 'refused':
      return over('consent', 'refused', 'no-consent', {}, 'record-consent');
    case 'not-recorded':
      return over('consent', 'not-recorded', 'no-consent', {}, 'record-consent');
  }
};

const text: Rule = ({ text: rendered, smartEncoding }) => {
  if (rendered.kind === 'missing') {
    const fields = rendered.fields.join(', ');
    return failed('text', 'missing-field', 'fill-fields', { fields });
  }
  if (rendered.kind === 'broken') {
    return failed('text', 'broken-text', 'change-text', { code: rendered.code });
  }
  const { segments, encoding } = countSegments(rendered.text, smartEncoding);
  const values = { segments, encoding, most: mostSegments };
  return segments > mostSegments
    ? failed('text', 'too-many-segments', 'change-text', values)
    : passed('text', 'filled', values);
};

const promptness: Rule = ({ answersAt }, at) => {
  const values = { receivedAt: answersAt, withinMs: answerWithin };
  return answersAt !== null && at - answersAt > answerWithin
    ? failed('promptness', 'answer-too-late', 'nothing', values)
    : passed('promptness', 'in-time', values);
};
