import { findStep } from '#domain/sequences/step.ts';
import { Badge } from '../kit/badge.tsx';
import type { SeatedUi } from '../ui.ts';
import { nextLookAt, type MembershipProps } from './membership.ts';

/** The state of a walk as a sentence. */
export function headline(ui: SeatedUi, walk: MembershipProps): string {
  const t = ui.t.memberships.headline;
  const { name, state, pausedAt } = walk;
  if (state === 'excluded') return t.excluded(name);
  if (state === 'ended') return t.ended(name, endingOf(ui, walk));
  if (pausedAt) return t.paused(name);
  if (state === 'enrolled') return t.enrolled(name, walk.plannedAt);
  const step = stepName(ui, walk);
  if (walk.awaits === 'person' || walk.awaits === 'resume') return t.parked(name, step);
  const at = nextLookAt(walk);
  return at && at > ui.now ? t.waits(name, step, at) : t.due(name, step);
}

/** Why it stands, below the headline. */
export function lede(ui: SeatedUi, walk: MembershipProps): string | undefined {
  const t = ui.t.memberships;
  if (walk.excludedReason) return t.excluded[walk.excludedReason];
  if (walk.endingLabel) return t.label(walk.endingLabel);
  const held = walk.held && walk.state === 'walking' ? walk.held : null;
  if (!held) return undefined;
  const passport = walk.sends.find(({ stepId }) => stepId === walk.stepId)?.passport;
  const look = passport?.looks.find(({ rule, code }) => rule === held.rule && code === held.why);
  const rule = t.rules[held.rule as keyof typeof t.rules];
  return `${rule}: ${t.foundBy(held.rule, held.why, look?.values ?? {})}`;
}

export function stateBadge(ui: SeatedUi, walk: MembershipProps) {
  const t = ui.t.memberships.memberStates;
  if (walk.state !== 'ended' && walk.pausedAt) return <Badge tone="warn">{t.paused}</Badge>;
  if (walk.state === 'walking' && walk.held) return <Badge tone="warn">{t.held}</Badge>;
  return <Badge tone={walk.state === 'walking' ? 'on' : 'plain'}>{t[walk.state]}</Badge>;
}

export function endingOf(ui: SeatedUi, { ending }: MembershipProps): string {
  return ending ? ui.t.memberships.endings[ending] : '';
}

function stepName(ui: SeatedUi, { sequence, stepId }: MembershipProps): string {
  const step = stepId ? findStep(sequence.blocks, stepId) : undefined;
  if (step?.kind === 'message') return step.title ?? ui.t.memberships.text;
  return step?.kind === 'exit' ? step.label : ui.t.memberships.headline.exit;
}
