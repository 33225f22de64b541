import type { SuppressionReason } from '#domain/sending/suppression.ts';
import type { Db } from '../orm.ts';
import { firstRow, jsonb, run, sql } from '../sql.ts';
import type { LockedAddress } from './inbound-address.ts';

/** A STOP by text ends texts of every kind and calls; e-mail is another matter. */
export const stoppedChannels = ['sms', 'whatsapp', 'call'];

export interface KeywordStop {
  workspaceId: string;
  address: LockedAddress;
  eventId: string;
  /** How it was said: a keyword as such, or a request in ordinary words. */
  matched: 'keyword' | 'phrase';
}

/**
 * Suppresses an address whose row the caller has locked. Repeating it for the same event changes nothing.
 * The evidence says whether the person had stopped before: then they have had their confirmation.
 */
export async function suppressByKeyword(em: Db, stop: KeywordStop): Promise<void> {
  const { workspaceId, address, eventId, matched } = stop;
  const evidence = { eventId, matched, again: await hasStopped(em, workspaceId, address) };
  await run(
    em,
    sql`insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
    select ${workspaceId}::uuid, ${address.id}::uuid, channel, 'keyword', ${evidence}::jsonb, workspace_now(${workspaceId}::uuid)
    from unnest(${stoppedChannels}::text[]) as channel
    where not exists (select from suppression s where s.workspace_id = ${workspaceId} and s.address_id = ${address.id}
      and s.evidence->>'eventId' = ${eventId})`,
  );
}

/** Whether the person's own stop holds at this moment. */
async function hasStopped(em: Db, workspaceId: string, address: LockedAddress): Promise<boolean> {
  if (address.blocked.length === 0) return false;
  const latest = await firstRow<{ reason: SuppressionReason }>(
    em,
    sql`select reason from suppression where workspace_id = ${workspaceId} and address_id = ${address.id}
      and (channel = 'sms' or channel is null) order by recorded_at desc, id desc limit 1`,
  );
  return latest?.reason === 'keyword';
}

/** Whether this event was the one that stopped the person, so that it is to be confirmed. */
export async function stoppedBy(
  em: Db,
  { workspaceId, addressId, eventId }: { workspaceId: string; addressId: string; eventId: string },
): Promise<'first' | 'again' | null> {
  const row = await firstRow<{ again: boolean }>(
    em,
    sql`select (evidence->>'again')::boolean as again from suppression
    where workspace_id = ${workspaceId} and address_id = ${addressId} and evidence->>'eventId' = ${eventId} limit 1`,
  );
  if (!row) return null;
  return row.again ? 'again' : 'first';
}

/**
 * Whether the person has said START after they said something else.
 * @param said.at on the clock of the workspace, as what they wrote
 */
export async function startedSince(
  em: Db,
  said: { workspaceId: string; addressId: string; at: Date },
): Promise<boolean> {
  const row = await firstRow(
    em,
    sql`select 1 as one from interaction where workspace_id = ${said.workspaceId} and address_id = ${said.addressId}
      and direction = 'in' and at > ${said.at} and detail->>'meaning' = 'start' limit 1`,
  );
  return row !== undefined;
}

export interface KeywordStart {
  workspaceId: string;
  address: LockedAddress;
  eventId: string;
  receivedAt: Date;
}

/**
 * START: lifts what stands against texts and calls, and records the consent that it is.
 * A stop that was received later stands, whichever is applied first.
 * @returns whether anything was lifted
 */
export async function liftByKeyword(em: Db, start: KeywordStart): Promise<boolean> {
  const { workspaceId, address, eventId } = start;
  // Records are kept on the workspace's clock, events on the provider's.
  const receivedAt = sql`(select ${start.receivedAt}::timestamptz + clock_offset_ms * interval '1 millisecond'
    from workspace where id = ${workspaceId}::uuid)`;
  const standing = await firstRow<{ later: boolean; erased: boolean; wholly: string | null }>(
    em,
    sql`select
      coalesce(bool_or(reason = 'keyword' and recorded_at > ${receivedAt}), false) as later,
      coalesce(bool_or(reason = 'erased'), false) as erased,
      (array_agg(reason order by recorded_at desc, id desc) filter (where channel is null))[1] as wholly
    from suppression where workspace_id = ${workspaceId} and address_id = ${address.id}`,
  );
  if (!standing || standing.later || standing.erased || address.blocked.length === 0) return false;
  const lifted = liftingRows(address.blocked, standing.wholly);
  if (lifted.length === 0) return false;
  await run(
    em,
    sql`insert into suppression (workspace_id, address_id, channel, reason, lifted_by, evidence, recorded_at)
    select ${workspaceId}::uuid, ${address.id}::uuid, l.row->>'channel', l.row->>'reason', l.row->>'liftedBy', ${{ eventId }}::jsonb,
      workspace_now(${workspaceId}::uuid)
    from jsonb_array_elements(${jsonb(lifted)}) with ordinality as l(row, place) order by l.place`,
  );
  await run(
    em,
    sql`insert into consent (workspace_id, address_id, channel, status, basis, source, evidence, captured_at, recorded_at)
    values (${workspaceId}, ${address.id}, 'sms', 'given', 'inbound', 'keyword', ${{ eventId }}, ${receivedAt}, workspace_now(${workspaceId}::uuid))`,
  );
  return true;
}

interface LiftingRow {
  channel: string | null;
  reason: string;
  liftedBy: 'keyword' | null;
}

/** A block of everything is lifted as a whole; what START does not speak of (e-mail) is blocked again. */
function liftingRows(blocked: readonly string[], wholly: string | null): LiftingRow[] {
  const lift = (channel: string | null): LiftingRow => ({
    channel,
    reason: 'lifted',
    liftedBy: 'keyword',
  });
  if (!blocked.includes('*')) {
    return blocked.filter((channel) => stoppedChannels.includes(channel)).map(lift);
  }
  return [lift(null), { channel: 'email', reason: wholly ?? 'import', liftedBy: null }];
}
