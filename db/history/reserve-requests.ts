import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** Requests a second to one account over all processes, a little less than the provider allows. */
export const requestsPerSecond = 9.5;

/** Between two requests of an account. */
const gapMs = 1000 / requestsPerSecond;

/** So late a turn of the history may be taken without moving those that follow. */
const catchUpMs = 200;

export interface Reservation {
  workspaceId: string;
  accountId: string;
  /** How many requests, one after the other. */
  count: number;
  /** Set where they are an import's: how many it may ask in a second. */
  historyPerSecond: number | null;
  /** Takes nothing where the first turn would come later. */
  withinMs?: number | undefined;
}

/**
 * Takes turns for requests, one row lock for all processes. Turns of an account never lie closer than the
 * provider allows; an import waits for its own turn first, so that what is sent goes between.
 * @returns `inMs` until the first turn, with `gapMs` between; or, where an import's turn has not come, or
 * one would come too late, and nothing was taken, when to ask again
 */
export async function reserveRequests(
  em: Db,
  reservation: Reservation,
): Promise<{ taken: boolean; inMs: number; gapMs: number }> {
  const { workspaceId, accountId, count, historyPerSecond, withinMs } = reservation;
  const lane = historyPerSecond === null ? 'all' : 'history';
  const ofAccount = sql`${workspaceId}::uuid, ${accountId}::uuid`;
  const now = sql`clock_timestamp()`;
  const ms = (many: number) => sql`${many}::double precision * interval '1 millisecond'`;
  const may =
    historyPerSecond === null
      ? sql`select 1`
      : sql`insert into request_pace (workspace_id, provider_account_id, lane, free_at)
        values (${ofAccount}, 'history', ${now} + ${ms((count * 1000) / historyPerSecond)})
        on conflict (provider_account_id, lane) do update
          set free_at = greatest(request_pace.free_at, ${now} - ${ms(catchUpMs)}) + ${ms((count * 1000) / historyPerSecond)}
          where request_pace.free_at <= ${now}
        returning 1`;
  const row = await firstRow<{ taken: boolean; inMs: number }>(
    em,
    sql`with may as (${may}), turns as (
      insert into request_pace (workspace_id, provider_account_id, lane, free_at)
      select ${ofAccount}, 'all', ${now} + ${ms(count * gapMs)} from may
      on conflict (provider_account_id, lane) do update
        set free_at = greatest(request_pace.free_at, ${now}) + ${ms(count * gapMs)}
        ${withinMs === undefined ? sql`` : sql`where request_pace.free_at <= ${now} + ${ms(withinMs)}`}
      returning free_at - ${ms(count * gapMs)} as first)
    select exists (select from turns) as taken, greatest(0, extract(epoch from
      coalesce((select first from turns), (select free_at from request_pace
        where workspace_id = ${workspaceId} and provider_account_id = ${accountId} and lane = ${lane}), ${now}) - ${now}) * 1000)::double precision as "inMs"`,
  );
  return { taken: row?.taken ?? false, inMs: row?.inMs ?? 0, gapMs };
}
