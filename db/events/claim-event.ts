import { lastly } from '../lastly.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import type { StoredEvent } from './stored-event.ts';
import { tellUi } from '../ui-events.ts';

/**
 * Takes the next event that is due, with its row locked for the transaction. Of one order key the
 * earliest comes first, also with several relays.
 */
export async function claimEvent(
  em: Db,
  kind: StoredEvent['kind'],
): Promise<StoredEvent | undefined> {
  return firstRow<StoredEvent>(
    em,
    sql`select e.id, e.workspace_id as "workspaceId", e.provider_account_id as "providerAccountId", e.provider, e.kind,
      a.external_id as "accountExternalId", e.query, e.body, e.received_at as "receivedAt", e.attempts
    from provider_event e
    join provider_account a on a.workspace_id = e.workspace_id and a.id = e.provider_account_id
    where e.state = 'new' and e.kind = ${kind} and e.next_at <= now()
      and not exists (select from provider_event f where f.provider_account_id = e.provider_account_id
        and f.order_key = e.order_key and f.state = 'new' and f.kind = e.kind and f.id < e.id)
    order by e.next_at, e.id limit 1
    for update of e skip locked`,
  );
}

/** An event by its id, for whoever was asked to complete it; undefined where it is gone. */
export async function eventById(
  em: Db,
  id: string,
): Promise<Pick<StoredEvent, 'id' | 'workspaceId' | 'providerAccountId' | 'body'> | undefined> {
  return firstRow(
    em,
    sql<
      Pick<StoredEvent, 'id' | 'workspaceId' | 'providerAccountId' | 'body'>
    >`select id, workspace_id as "workspaceId",
      provider_account_id as "providerAccountId", body from provider_event where id = ${id}`,
  );
}

export function settleApplied(em: Db, eventId: string): void {
  lastly(
    em,
    `provider_event ${eventId}`,
    sql`update provider_event set state = 'applied', reason = null, applied_at = now(), attempts = attempts + 1
    where id = ${eventId} and state = 'new'`,
  );
}

export async function settleDead(em: Db, eventId: string, reason: string): Promise<void> {
  const died = await firstRow<Settled>(
    em,
    sql`update provider_event set state = 'dead', reason = ${reason}, attempts = attempts + 1
    where id = ${eventId} and state = 'new' returning ${settled}`,
  );
  if (died) await tellDead(em, died);
}

interface Settled {
  state: string;
  workspaceId: string;
  accountId: string;
}

const settled = sql`state, workspace_id as "workspaceId", provider_account_id as "accountId"`;

/** A dead letter is trouble, and every open page says so. */
const tellDead = (em: Db, { workspaceId, accountId }: Settled): Promise<void> =>
  tellUi(em, { workspaceId, topic: 'sync', refId: accountId, kind: 'dead-letter' });

/** Long enough for a record that is on its way, and for a fault of ours to be seen and cured. */
const patience = '15 minutes';
const fewestAttempts = 5;
const longestPauseMs = 60_000;

/**
 * Puts an event off, each time longer; after a quarter of an hour it becomes a dead letter.
 * @returns which of the two
 */
export async function settleLater(
  em: Db,
  { id, attempts }: Pick<StoredEvent, 'id' | 'attempts'>,
  reason: string,
): Promise<'later' | 'dead'> {
  const pauseMs = Math.min(250 * 2 ** attempts, longestPauseMs);
  const row = await firstRow<Settled>(
    em,
    sql`update provider_event set attempts = attempts + 1, reason = ${reason},
      next_at = now() + ${pauseMs} * interval '1 ms',
      state = case when received_at < now() - ${patience}::interval and attempts + 1 >= ${fewestAttempts} then 'dead' else 'new' end
    where id = ${id} and state = 'new' returning ${settled}`,
  );
  if (row?.state !== 'dead') return 'later';
  await tellDead(em, row);
  return 'dead';
}
