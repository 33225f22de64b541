import type { Db } from '#db/orm.ts';
import { endMembership } from '#db/memberships.ts';
import { sendRow, type SendRow } from '#db/sending/send-facts.ts';
import { writeDropped, writeHold, writePark, writeSending } from '#db/sending/write-decision.ts';
import { setInteractionState } from '#db/conversations.ts';
import { tellUi } from '#db/ui-events.ts';
import type { Ending } from '#domain/campaigns/membership.ts';
import { decide } from '#domain/sending/decide.ts';
import type { Decision } from '#domain/sending/decision.ts';
import type { SendFacts } from '#domain/sending/facts.ts';
import { isFinal, mayBeTaken } from '#domain/sending/states.ts';
import type { World } from '../world.ts';
import { shortHoldMs } from './again.ts';
import { factsOf } from './facts.ts';
import { stepText } from './versions.ts';

/** It may go now. `passedAt` is real time, to tell how long ago that was. */
export interface Going {
  kind: 'go';
  row: SendRow;
  facts: SendFacts;
  decision: Extract<Decision, { kind: 'send' }>;
  passedAt: number;
}

/** What the gate said, and what a later look may need. */
export type GateResult =
  | Going
  /** A call was begun before, and nobody knows yet what became of it. */
  | { kind: 'in-flight'; row: SendRow }
  /** The provider has it. */
  | { kind: 'taken'; row: SendRow }
  | { kind: 'held'; until: number; now: number; why: string }
  | { kind: 'parked'; why: string }
  | { kind: 'over'; ending: Ending; why: string }
  | { kind: 'failed'; code: string };

/** Locks the send within the gate's transaction, where it may put it there, and says which it is; undefined where there can be none. */
export type FindSend = (em: Db) => Promise<string | undefined>;

/**
 * One short transaction: find and lock the send, load the facts, decide, write. What it writes is what
 * holds; whoever comes later, a stop or a second attempt, finds it.
 */
export async function passGate({ database }: World, find: FindSend): Promise<GateResult> {
  return database.transaction(async (em) => {
    const sendId = await find(em);
    if (!sendId) return { kind: 'over', ending: 'erased', why: 'erased' };
    const row = await sendRow(em, sendId);
    const earlier = settledBefore(row);
    if (earlier) return earlier;
    const facts = factsOf(row, await stepText(em, row));
    return settle(em, row, facts, decide(facts, row.now.getTime()));
  });
}

function settledBefore(row: SendRow): GateResult | null {
  const { state } = row.send;
  if (state === 'sending') return { kind: 'in-flight', row };
  if (state === 'unconfirmed') return { kind: 'parked', why: 'unconfirmed' };
  if (mayBeTaken(state)) return { kind: 'taken', row };
  if (isFinal(state)) return overBefore(row);
  return null;
}

function overBefore({ membership, send }: SendRow): GateResult {
  if (membership?.ending)
    return { kind: 'over', ending: membership.ending, why: membership.ending };
  return { kind: 'failed', code: send.state };
}

async function settle(
  em: Db,
  row: SendRow,
  facts: SendFacts,
  decision: Decision,
): Promise<GateResult> {
  switch (decision.kind) {
    case 'send':
      writeSending(em, row, decision);
      return { kind: 'go', row, facts, decision, passedAt: Date.now() };
    case 'hold':
      await writeHold(em, row, decision);
      if (decision.until - row.now.getTime() > shortHoldMs) await tellWaiting(em, row);
      return { kind: 'held', until: decision.until, now: row.now.getTime(), why: decision.why };
    case 'park':
      await writePark(em, row, decision);
      await tellWaiting(em, row);
      return { kind: 'parked', why: decision.why };
    case 'over':
      await drop(em, row, decision);
      return { kind: 'over', ending: await endWalk(em, row, decision.ending), why: decision.why };
    case 'fail':
      await drop(em, row, decision);
      await endWalk(em, row, 'failed');
      return { kind: 'failed', code: decision.code };
  }
}

/** A place in a sender's line is over before a page could show it; what lasts is told. */
async function tellWaiting(em: Db, { send, campaign, membership }: SendRow): Promise<void> {
  if (!campaign || !membership) return;
  const told = { workspaceId: send.workspaceId, kind: 'waiting' };
  await tellUi(
    em,
    { ...told, topic: 'campaign', refId: campaign.id },
    { ...told, topic: 'membership', refId: membership.id },
  );
}

async function drop(
  em: Db,
  row: SendRow,
  decision: Extract<Decision, { kind: 'over' | 'fail' }>,
): Promise<void> {
  await writeDropped(em, row, decision);
  const { workspaceId, id: sendId } = row.send;
  await setInteractionState(em, { workspaceId, sendId, state: 'failed' });
}

async function endWalk(em: Db, { membership }: SendRow, ending: Ending): Promise<Ending> {
  return membership ? endMembership(em, { membershipId: membership.id, ending }) : ending;
}
