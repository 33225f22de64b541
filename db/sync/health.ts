import type { RawBuilder } from 'kysely';
import type { AccountHealth, Repair } from '#domain/sync/health.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface SyncHealth {
  /** On the clock of the workspace, as all times of the accounts. */
  now: Date;
  accounts: AccountHealth[];
}

/** An account as it comes within jsonb, its instants as text. */
export type StoredHealth = Omit<AccountHealth, Instant | 'gap' | 'night'> &
  Record<Instant, string | null> & { gap: StoredRepair | null; night: StoredRepair | null };

type Instant = 'connectedAt' | 'lastEventAt' | 'badSignatureAt' | 'watchedAt' | 'foundAt';
type StoredRepair = Omit<Repair, 'since' | 'startedAt' | 'finishedAt'> & {
  since: string | null;
  startedAt: string;
  finishedAt: string | null;
};

/** How the news of each provider account of a workspace reach us, by name; one statement. */
export async function syncHealth(em: Db, workspaceId: string): Promise<SyncHealth> {
  const [found] = await rows<{ now: Date; accounts: StoredHealth[] }>(
    em,
    sql`select workspace_now(${workspaceId}) as now,
      (select coalesce(jsonb_agg(account), '[]') from (${accountsHealth(sql`${workspaceId}::uuid`)}) account) as accounts`,
  );
  return { now: found?.now ?? new Date(), accounts: (found?.accounts ?? []).map(revived) };
}

/**
 * The accounts of a workspace, each with what its health is judged by.
 * @param detail `short` leaves out the lag, which no judgement needs
 */
export const accountsHealth = (
  workspaceId: RawBuilder<unknown>,
  detail: 'all' | 'short' = 'all',
): RawBuilder<unknown> => sql`
  select a.id as "accountId", a.name, a.provider, a.state as "accountState",
    a.created_at + shift.by as "connectedAt", latest.at + shift.by as "lastEventAt",
    ${detail === 'all' ? lagOfAccount : sql`null::jsonb`} as lag,
    coalesce(due.waiting, 0)::int as waiting, coalesce(due.seconds, 0)::float8 as "waitingSeconds",
    coalesce(kept.bad, 0)::int as "badSignatures", kept.bad_at + shift.by as "badSignatureAt",
    coalesce(kept.all, 0)::int as quarantined, coalesce(dead.letters, 0)::int as "deadLetters",
    a.watched_at + shift.by as "watchedAt", coalesce(found.texts, 0)::int as "foundTexts", found.at + shift.by as "foundAt", ${repair('gap')} as gap, ${repair('nightly')} as night
  from provider_account a
  join workspace w on w.id = a.workspace_id
  cross join lateral (select w.clock_offset_ms * interval '1 ms' as by) shift
  left join lateral (select max(received_at) as at from provider_event e where e.provider_account_id = a.id and not e.found) latest on true
  left join lateral (
    select count(*) as waiting, extract(epoch from now() - min(next_at)) as seconds from provider_event e
    where e.provider_account_id = a.id and e.state = 'new' and e.next_at <= now()) due on true
  left join lateral (
    select count(*) as all, count(*) filter (where reason = 'signature') as bad,
      max(received_at) filter (where reason = 'signature') as bad_at
    from quarantined_event q where q.provider_account_id = a.id and q.received_at > now() - interval '7 days') kept on true
  left join lateral (
    select count(*) as letters from provider_event e
    where e.workspace_id = a.workspace_id and e.provider_account_id = a.id and e.state = 'dead') dead on true
  left join lateral (
    select count(*) as texts, max(received_at) as at from provider_event e
    where e.provider_account_id = a.id and e.found and e.kind = 'message' and e.received_at > now() - interval '1 day') found on true
  where a.workspace_id = ${workspaceId} order by a.name, a.id`;

/** Of the last hundred events that came. */
const lagOfAccount = sql`(
  select case when count(*) > 0 then jsonb_build_object(
    'medianMs', round(percentile_cont(0.5) within group (order by ms)), 'slowestMs', round(max(ms))) end
  from (
    select extract(epoch from e.applied_at - e.received_at) * 1000 as ms from provider_event e
    where e.provider_account_id = a.id and e.applied_at is not null order by e.received_at desc limit 100) last)`;

const repair = (kind: 'gap' | 'nightly') => sql`(
  select jsonb_build_object('importId', h.id, 'state', h.state, 'since', h.since + shift.by, 'startedAt', h.created_at + shift.by,
    'finishedAt', h.finished_at + shift.by, 'written', h.messages + h.calls, 'changed', h.changed)
  from history_import h where h.workspace_id = a.workspace_id and h.provider_account_id = a.id and h.kind = ${kind}
  order by h.created_at desc, h.id desc limit 1)`;

/** The account with its instants as they were. */
export const revived = (account: StoredHealth): AccountHealth => ({
  ...account,
  connectedAt: new Date(account.connectedAt ?? 0),
  lastEventAt: date(account.lastEventAt),
  badSignatureAt: date(account.badSignatureAt),
  watchedAt: date(account.watchedAt),
  foundAt: date(account.foundAt),
  gap: repairOf(account.gap),
  night: repairOf(account.night),
});

const repairOf = (repair: StoredRepair | null): Repair | null =>
  repair && {
    ...repair,
    since: date(repair.since),
    startedAt: new Date(repair.startedAt),
    finishedAt: date(repair.finishedAt),
  };

const date = (at: string | null): Date | null => (at === null ? null : new Date(at));
