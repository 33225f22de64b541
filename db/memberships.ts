import type { Ending } from '#domain/campaigns/membership.ts';
import type { Onward } from '#domain/sequences/step-result.ts';
import { lastly } from './lastly.ts';
import type { Db } from './orm.ts';
import { tellRelay } from './outbox.ts';
import { lockDecisions } from './sending/lock-decisions.ts';
import { firstRow, rows, sql, type Sql } from './sql.ts';
import { tellUi } from './ui-events.ts';

/** The walk goes on: the next step, and when its waits are over. */
export function advanceMembership(
  em: Db,
  input: { membershipId: string; stepId: string | null; onward: Extract<Onward, { kind: 'due' }> },
): void {
  lastly(
    em,
    `membership ${input.membershipId}`,
    sql`update membership set state = 'walking', step_id = ${input.stepId}, awaits = 'due',
      due_at = ${new Date(input.onward.dueAt)}, held = null, send_now = false
    where id = ${input.membershipId} and state <> 'ended'`,
  );
}

/**
 * Writes how a walk ended; the first ending stands. Its message that still waits goes no more. Wakes the
 * campaign when it was its last.
 * @returns the ending that stands
 */
export async function endMembership(
  em: Db,
  input: { membershipId: string; ending: Ending; label?: string | null | undefined },
): Promise<Ending> {
  // Of two last walks that end at once, the second must see the first: hence the lock of the campaign.
  const ended = await firstRow<{ workspaceId: string; campaignId: string }>(
    em,
    sql`with ended as (
      update membership set state = 'ended', ending = ${input.ending}, ending_label = ${input.label ?? null},
        ended_at = workspace_now(workspace_id), awaits = null, due_at = null, held = null, send_now = false
      where id = ${input.membershipId} and state <> 'ended'
      returning workspace_id, campaign_id, id),
    dropped as (
      update send s set state = 'dropped', error_code = ${input.ending}, held_until = null, slot_at = null,
        finished_at = workspace_now(s.workspace_id), updated_at = now()
      from ended e where s.workspace_id = e.workspace_id and s.membership_id = e.id and s.state in ('queued', 'held', 'parked'))
    select k.workspace_id as "workspaceId", k.id as "campaignId" from ended
    join campaign k on k.workspace_id = ended.workspace_id and k.id = ended.campaign_id for no key update of k`,
  );
  if (!ended) return endingOf(em, input.membershipId);
  await tellUi(em, {
    workspaceId: ended.workspaceId,
    topic: 'membership',
    refId: input.membershipId,
    kind: 'ended',
  });
  await wakeCampaignIfLast(em, ended);
  return input.ending;
}

/**
 * Ends every open walk of an address: the person replied, or opted out.
 * @param input.begunBefore real time: what was said late ends no walk that began since
 */
export async function endMembershipsOfAddress(
  em: Db,
  input: { workspaceId: string; addressId: string; ending: Ending; begunBefore?: Date | undefined },
): Promise<void> {
  const open = await rows<{ id: string }>(
    em,
    sql`select id from membership where workspace_id = ${input.workspaceId} and address_id = ${input.addressId}
      and state in ('enrolled', 'walking') and created_at < coalesce(${input.begunBefore ?? null}::timestamptz, 'infinity') for update`,
  );
  await endWalks(em, input, open);
}

/**
 * Ends the walks that somebody stops by an order: once it is answered, none of them calls.
 * @param open finds them, without locking
 */
export async function stopWalks(
  em: Db,
  input: { workspaceId: string; ending: Ending; label?: string },
  open: Sql<{ id: string }>,
): Promise<void> {
  if ((await rows(em, open)).length === 0) return;
  await lockDecisions(em, input.workspaceId);
  await endWalks(em, input, await rows(em, sql<{ id: string }>`${open} for update`));
}

/** Stops one walk, where it is still open, as `stopWalks` does. */
export async function stopWalk(
  em: Db,
  input: { workspaceId: string; membershipId: string; ending: Ending },
): Promise<void> {
  await stopWalks(
    em,
    input,
    sql`select id from membership where workspace_id = ${input.workspaceId} and id = ${input.membershipId}
      and state in ('enrolled', 'walking')`,
  );
}

/** Ends walks from outside, under the locks of the caller; their workflows are told by the relay. */
export async function endWalks(
  em: Db,
  { workspaceId, ending, label }: { workspaceId: string; ending: Ending; label?: string },
  walks: readonly { id: string }[],
): Promise<void> {
  for (const { id } of walks) {
    await endMembership(em, { membershipId: id, ending, label });
    await tellRelay(em, { workspaceId, kind: 'membership.ended', key: id, payload: { ending } });
  }
}

async function endingOf(em: Db, membershipId: string): Promise<Ending> {
  const row = await firstRow<{ ending: Ending }>(
    em,
    sql`select ending from membership where id = ${membershipId}`,
  );
  return row?.ending ?? 'erased';
}

async function wakeCampaignIfLast(
  em: Db,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
): Promise<void> {
  await tellUi(em, { workspaceId, topic: 'campaign', refId: campaignId, kind: 'ended' });
  const open = await firstRow(
    em,
    sql`select 1 as one from membership where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
      and state in ('enrolled', 'walking') limit 1`,
  );
  if (!open) await tellRelay(em, { workspaceId, kind: 'campaign.wake', key: campaignId });
}
