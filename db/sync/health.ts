import type { AccountHealth } from '#domain/sync/health.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface SyncHealth {
  /** On the clock of the workspace, as all times of the accounts. */
  now: Date;
  accounts: AccountHealth[];
}

/** How the news of each provider account of a workspace reach us, by name; one statement. */
export async function syncHealth(em: Db, workspaceId: string): Promise<SyncHealth> {
  const found = await rows<AccountHealth & { now: Date }>(
    em,
    sql`select workspace_now(w.id) as now, a.id as "accountId", a.name, a.provider, a.state as "accountState",
      a.created_at + shift.by as "connectedAt", latest.at + shift.by as "lastEventAt", lag.lag,
      coalesce(due.waiting, 0)::int as waiting, coalesce(due.seconds, 0)::float8 as "waitingSeconds",
      coalesce(kept.bad, 0)::int as "badSignatures", kept.bad_at + shift.by as "badSignatureAt",
      coalesce(kept.all, 0)::int as quarantined, coalesce(dead.letters, 0)::int as "deadLetters",
      a.watched_at + shift.by as "watchedAt", ${repair('gap')} as gap, ${repair('nightly')} as night
    from provider_account a
    join workspace w on w.id = a.workspace_id
    cross join lateral (select w.clock_offset_ms * interval '1 ms' as by) shift
    left join lateral (select max(received_at) as at from provider_event e where e.provider_account_id = a.id) latest on true
    left join lateral (${lagOfAccount}) lag on true
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
    where a.workspace_id = ${workspaceId} order by a.name, a.id`,
  );
  return {
    now: found[0]?.now ?? new Date(),
    accounts: found.map((account) => ({
      ...account,
      gap: repairOf(account.gap),
      night: repairOf(account.night),
    })),
  };
}

/** Of the last hundred events that came. */
const lagOfAccount = sql`
  select case when count(*) > 0 then jsonb_build_object(
    'medianMs', round(percentile_cont(0.5) within group (order by ms)), 'slowestMs', round(max(ms))) end as lag
  from (
    select extract(epoch from e.applied_at - e.received_at) * 1000 as ms from provider_event e
    where e.provider_account_id = a.id and e.applied_at is not null order by e.received_at desc limit 100) last`;

const repair = (kind: 'gap' | 'nightly') => sql`(
  select jsonb_build_object('importId', h.id, 'state', h.state, 'since', h.since + shift.by, 'startedAt', h.created_at + shift.by,
    'finishedAt', h.finished_at + shift.by, 'written', h.messages + h.calls, 'changed', h.changed)
  from history_import h where h.workspace_id = a.workspace_id and h.provider_account_id = a.id and h.kind = ${kind}
  order by h.created_at desc, h.id desc limit 1)`;

/** Instants within jsonb come as text. */
function repairOf(repair: AccountHealth['gap']): AccountHealth['gap'] {
  if (!repair) return null;
  const date = (at: Date | null) => (at === null ? null : new Date(at));
  return {
    ...repair,
    since: date(repair.since),
    startedAt: new Date(repair.startedAt),
    finishedAt: date(repair.finishedAt),
  };
}
