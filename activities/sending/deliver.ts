import { failpoint } from '#db/process/failpoint.ts';
import { recordNotTaken } from '#db/sending/record-not-taken.ts';
import { recordAcceptance, type Acceptance } from '#db/sending/record.ts';
import { sendRow, type SendRow } from '#db/sending/send-facts.ts';
import type { Db } from '#db/orm.ts';
import { decide } from '#domain/sending/decide.ts';
import type { Ending } from '#domain/campaigns/membership.ts';
import { alive } from '../alive.ts';
import type { CallResult } from '../providers/provider.ts';
import type { World } from '../world.ts';
import { again, shortHoldMs } from './again.ts';
import { onceMore } from './once-more.ts';
import { passGate, type FindSend, type Going } from './gate.ts';
import { findProof } from './proof.ts';
import { providerAnswers, providerIsDown } from './provider-health.ts';
import { takeRefusal } from './refused.ts';

/** What became of one send. `held` is longer than a minute; shorter holds are retries without history. */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'held'; until: number; now: number; why: string }
  | { kind: 'parked'; why: string }
  | { kind: 'over'; ending: Ending }
  | { kind: 'failed'; code: string };

/**
 * What else is written in the transaction that records the acceptance; must bear repetition.
 * `at` is the instant at which the gate let it go, the same at every repetition.
 */
export type AlsoRecord = (em: Db, row: SendRow, at: Date) => Promise<void>;

const whenBusyMs = 2_000;
const whenDownMs = 20_000;

/**
 * Brings one send through gate, call and record (ARCHITECTURE.md). Every attempt begins at the
 * gate and finds there what an earlier one has left, so a crash at any point repeats nothing.
 * @throws ApplicationFailure with the delay after which the engine tries again
 */
export function deliver(world: World, find: FindSend, also: AlsoRecord): Promise<Delivery> {
  return alive(() => bringThrough(world, find, also));
}

async function bringThrough(world: World, find: FindSend, also: AlsoRecord): Promise<Delivery> {
  const gate = await passGate(world, find);
  switch (gate.kind) {
    case 'go':
      return call(world, gate, also);
    case 'in-flight': {
      const providerId = await findProof(world, gate.row);
      if (!providerId) return { kind: 'parked', why: 'unconfirmed' };
      return record(world, gate.row, { providerId, segments: null, priceMicros: null }, also);
    }
    case 'taken':
      return record(world, gate.row, null, also);
    case 'held':
      if (gate.until - gate.now > shortHoldMs) return gate;
      throw again(gate.why, gate.until - gate.now);
    case 'parked':
    case 'failed':
    case 'over':
      return gate;
  }
}

async function call(world: World, going: Going, also: AlsoRecord): Promise<Delivery> {
  const { row, decision } = going;
  const sender = row.senders.find(({ id }) => id === decision.sender.id);
  if (!sender) throw new Error('The gate chose a sender that it was not given.');
  const provider = await world.provider(sender.accountId);
  if (!stillRight(going)) {
    await world.database.transaction((em) => recordNotTaken(em, row, 'stale'));
    throw again('stale', 0);
  }
  failpoint('send.gated');
  const result = await provider.send({
    from: sender.value,
    to: row.address.value,
    body: decision.text,
    sendId: row.send.id,
  });
  failpoint('send.answered');
  return settle(world, row, sender, result, also);
}

/** A process may stall between gate and call; then what was right a while ago is asked again. */
function stillRight({ facts, row, passedAt }: Going): boolean {
  return decide(facts, row.now.getTime() + Date.now() - passedAt).kind === 'send';
}

async function settle(
  world: World,
  row: SendRow,
  { accountId, provider }: SendRow['senders'][number],
  result: CallResult,
  also: AlsoRecord,
): Promise<Delivery> {
  switch (result.kind) {
    case 'accepted':
      await providerAnswers(world, accountId);
      return record(world, row, result, also);
    case 'refused':
      return takeRefusal(world, row, { provider, code: result.code });
    case 'busy':
      await world.database.transaction((em) => recordNotTaken(em, row, 'busy'));
      throw again('busy', result.retryAfterMs ?? whenBusyMs);
    case 'unreachable':
      await providerIsDown(world, row, accountId, result.code);
      await world.database.transaction((em) => recordNotTaken(em, row, result.code));
      throw again('provider-down', whenDownMs);
    case 'unknown':
      await providerIsDown(world, row, accountId, result.code);
      // It stays `sending`: the next attempt looks for proof once the deadline of this call is over.
      throw again('no-answer', 1000);
  }
}

/** A row loaded at the gate that let it go says `now`; a later attempt finds the instant in the ledger. */
function decidedAt({ send, now }: SendRow): Date {
  return send.state === 'queued' ||
    send.state === 'held' ||
    send.state === 'parked' ||
    !send.decidedAt
    ? now
    : new Date(send.decidedAt);
}

async function record(
  world: World,
  row: SendRow,
  taken: Acceptance | null,
  also: AlsoRecord,
): Promise<Delivery> {
  const { providerId } = row.send;
  const acceptance = taken ?? { providerId, segments: null, priceMicros: null };
  const at = decidedAt(row);
  await onceMore(async (isAgain) =>
    world.database.transaction(async (em) => {
      const current = isAgain ? await sendRow(em, row.send.id) : row;
      if (taken || !row.send.interactionId) await recordAcceptance(em, current, acceptance);
      await also(em, current, at);
    }),
  );
  failpoint('send.recorded');
  return { kind: 'sent' };
}
