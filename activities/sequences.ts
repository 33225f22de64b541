import type { Db } from '#db/orm.ts';
import { advanceMembership, endMembership } from '#db/memberships.ts';
import type { SendRow } from '#db/sending/send-facts.ts';
import { stepSend } from '#db/sending/step-send.ts';
import { walkRow } from '#db/sending/walk-row.ts';
import type { Ending } from '#domain/campaigns/membership.ts';
import { intentKeys } from '#domain/names.ts';
import { dueAfter } from '#domain/sequences/due.ts';
import { skeletonOf } from '#domain/sequences/skeleton.ts';
import { findStep, type Block } from '#domain/sequences/step.ts';
import type { Onward, StepResult } from '#domain/sequences/step-result.ts';
import { nextStretch } from '#domain/sequences/walk.ts';
import type { WalkActivities } from '#workflows/sequences/activities.ts';
import { deliver } from './sending/deliver.ts';
import { versionBlocks } from './sending/versions.ts';
import type { World } from './world.ts';

/** One person's walk: the steps, and how it goes on after each. */
export function createSequenceActivities(world: World): WalkActivities {
  return { sendStep, passWaits, endWalk };

  async function sendStep(input: {
    membershipId: string;
    stepId: string;
    visit: number;
  }): Promise<StepResult> {
    const intentKey = intentKeys.step({ ...input, channel: 'sms' });
    let onward: Onward | undefined;
    const find = (em: Db) => stepSend(em, { ...input, intentKey });
    const delivery = await deliver(world, find, async (em, row, at) => {
      onward = await goOn(em, row, { after: input.stepId, at });
    });
    switch (delivery.kind) {
      case 'sent':
        if (!onward) throw new Error('A recorded step knows how the walk goes on.');
        return { kind: 'sent', onward };
      case 'held':
        return { kind: 'held', until: delivery.until, why: delivery.why };
      case 'parked':
      case 'failed':
        return delivery;
      case 'over':
        return { kind: 'over', ending: delivery.ending };
    }
  }

  /** Written with the acceptance: position and due time, or the ending when nothing comes after. */
  async function goOn(em: Db, row: SendRow, sent: { after: string; at: Date }): Promise<Onward> {
    const { membership } = row;
    if (!membership) throw new Error('A step belongs to a walk.');
    const blocks = await versionBlocks(em, membership.versionId);
    return moveOn(em, { ...sent, membershipId: membership.id, blocks, zone: zoneOf(row) });
  }

  async function passWaits(input: { membershipId: string; after: string | null }): Promise<Onward> {
    return world.database.transaction(async (em) => {
      const walk = await walkRow(em, input.membershipId);
      if (walk.ending) return { kind: 'over', ending: walk.ending };
      const blocks = await versionBlocks(em, walk.versionId);
      const { membershipId, after } = input;
      return moveOn(em, { membershipId, blocks, after, at: walk.now, zone: walk.zone });
    });
  }

  async function endWalk(input: { membershipId: string; stepId: string | null }): Promise<Ending> {
    return world.database.transaction(async (em) => {
      const { versionId } = await walkRow(em, input.membershipId);
      const blocks = await versionBlocks(em, versionId);
      return endMembership(em, {
        membershipId: input.membershipId,
        ...endingAt(blocks, input.stepId),
      });
    });
  }
}

async function moveOn(
  em: Db,
  walk: {
    membershipId: string;
    blocks: readonly Block[];
    after: string | null;
    at: Date;
    zone: string;
  },
): Promise<Onward> {
  const { membershipId, blocks, after, at, zone } = walk;
  const { waits, step } = nextStretch(skeletonOf(blocks), after);
  if (waits.length === 0 && step?.kind !== 'message') {
    const ending = await endMembership(em, { membershipId, ...endingAt(blocks, step?.id ?? null) });
    return { kind: 'over', ending };
  }
  const onward: Onward = { kind: 'due', dueAt: dueAfter(waits, at.getTime(), zone) };
  advanceMembership(em, { membershipId, stepId: step?.id ?? null, onward });
  return onward;
}

function endingAt(
  blocks: readonly Block[],
  stepId: string | null,
): { ending: Ending; label: string | null } {
  const exit = stepId === null ? undefined : findStep(blocks, stepId);
  return exit?.kind === 'exit'
    ? { ending: 'exited', label: exit.label }
    : { ending: 'finished', label: null };
}

/** The clock of the person; where several are possible, the first known one counts days and hours. */
function zoneOf({ contact, address, campaign, workspace }: SendRow): string {
  return contact?.zone ?? address.zone ?? campaign?.window.zone ?? workspace.zone;
}
