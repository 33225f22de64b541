import type { OutboxKind } from '../outbox.ts';
import type { Db } from '../orm.ts';
import { firstRow, jsonb, rows, run, sql } from '../sql.ts';

/** A row of the outbox in the hands of one relay. */
export interface Claimed {
  id: number;
  workspaceId: string;
  kind: OutboxKind;
  key: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/**
 * Takes due rows for a while; whoever took them and died gives them back when it is over. Of one key
 * only the earliest is ever taken, so that each is done in its turn.
 */
export async function claimOutbox(
  em: Db,
  { kinds, limit, leaseMs }: { kinds: readonly OutboxKind[]; limit: number; leaseMs: number },
): Promise<Claimed[]> {
  const claimed = await rows<Claimed>(
    em,
    sql`update outbox set available_at = now() + ${leaseMs} * interval '1 ms', attempts = attempts + 1
    where id in (
      select o.id from outbox o
      where o.available_at <= now() and o.kind = any(${[...kinds]})
        and not exists (select from outbox earlier where earlier.key = o.key and earlier.id < o.id)
      order by o.available_at, o.id limit ${limit} for update skip locked)
    returning id, workspace_id as "workspaceId", kind, key, payload, attempts`,
  );
  return claimed.toSorted((a, b) => a.id - b.id);
}

/**
 * Gives back what relays took that are no more, where the caller, which listens already, is the only one: of
 * several alive nobody can say whose a row is, and its time has to run out. What was only put off comes early, which harms nothing.
 * @param listener the name under which each relay listens, as PostgreSQL shows it while it lives
 * @returns how many rows there were
 */
export async function freeAbandoned(em: Db, listener: string): Promise<number> {
  return run(
    em,
    sql`update outbox set available_at = now() where available_at > now()
    and (select count(*) from pg_stat_activity where application_name = ${listener} and datname = current_database()) <= 1`,
  );
}

/** What is done needs no row. */
export async function finishOutbox(em: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await run(em, sql`delete from outbox where id = any(${[...ids]})`);
}

export interface Postponed {
  id: number;
  pauseMs: number;
  /** A code or the name of an error; never a person's data. */
  why: string;
}

export async function postponeOutbox(em: Db, postponed: readonly Postponed[]): Promise<void> {
  if (postponed.length === 0) return;
  await run(
    em,
    sql`update outbox o set available_at = now() + p."pauseMs" * interval '1 ms', last_error = p.why
    from jsonb_to_recordset(${jsonb(postponed)}) as p(id bigint, "pauseMs" bigint, why text)
    where o.id = p.id`,
  );
}

/** How much lies there, and since when the oldest could have been done, in seconds. */
export async function outboxDepth(em: Db): Promise<{ depth: number; lagSeconds: number }> {
  const row = await firstRow<{ depth: number; lagSeconds: number }>(
    em,
    sql`select count(*) as depth, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as "lagSeconds" from outbox`,
  );
  return row ?? { depth: 0, lagSeconds: 0 };
}
