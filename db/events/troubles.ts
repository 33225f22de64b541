import type { EventKind } from '#domain/inbox/event-kind.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** A webhook that could not be applied, or that nobody signed. Times are on the workspace's clock. */
export interface TroubledEvent {
  id: string;
  kind: EventKind;
  provider: string;
  account: string;
  reason: string;
  body: string;
  receivedAt: Date;
}

export interface TroubledEvents {
  /** The latest first, and no more than asked for. */
  events: TroubledEvent[];
  total: number;
}

/** Signed webhooks that were not understood, or never found their message. */
export async function deadLetters(
  em: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<TroubledEvents> {
  const events = await rows<TroubledEvent>(
    em,
    sql`select e.id, e.kind, e.provider, a.name as account, coalesce(e.reason, '') as reason, e.body,
      e.received_at + w.clock_offset_ms * interval '1 ms' as "receivedAt"
    from provider_event e
    join workspace w on w.id = e.workspace_id
    join provider_account a on a.workspace_id = e.workspace_id and a.id = e.provider_account_id
    where e.workspace_id = ${workspaceId} and e.state = 'dead' order by e.id desc limit ${limit}`,
  );
  const total = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from provider_event where workspace_id = ${workspaceId} and state = 'dead'`,
  );
  return { events, total: total?.n ?? 0 };
}

/** Webhooks whose signature did not fit; of the last week, and at most a thousand an account. */
export async function quarantinedEvents(
  em: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<TroubledEvents> {
  const events = await rows<TroubledEvent>(
    em,
    sql`select e.id, e.kind, e.provider, a.name as account, e.reason, e.body,
      e.received_at + w.clock_offset_ms * interval '1 ms' as "receivedAt"
    from quarantined_event e
    join workspace w on w.id = e.workspace_id
    join provider_account a on a.workspace_id = e.workspace_id and a.id = e.provider_account_id
    where e.workspace_id = ${workspaceId} order by e.id desc limit ${limit}`,
  );
  const total = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from quarantined_event where workspace_id = ${workspaceId}`,
  );
  return { events, total: total?.n ?? 0 };
}
