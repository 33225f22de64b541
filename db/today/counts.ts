import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** What waits for a person, and how far a fresh workspace has come. */
export interface TodayCounts {
  needReply: number;
  /** When the one who has waited longest wrote. */
  oldestAt: Date | null;
  /** The conversation of the one who has waited longest. */
  oldestId: string | null;
  undelivered: number;
  undeliveredNames: string[];
  unconfirmed: number;
  unconfirmedSince: Date | null;
  deadLetters: number;
  quarantined: number;
  hasContacts: boolean;
  hasSequences: boolean;
  hasCampaigns: boolean;
}

/** @returns the counts of one workspace, in one statement */
export async function todayCounts(em: Db, workspaceId: string): Promise<TodayCounts> {
  const here = (table: string) => sql`${sql.table(table)} where workspace_id = ${workspaceId}`;
  const row = await firstRow<TodayCounts>(
    em,
    sql`select
      waiting.n as "needReply", waiting.at as "oldestAt", waiting.id as "oldestId",
      failed.n as undelivered, failed.names as "undeliveredNames",
      unsure.n as unconfirmed, unsure.since as "unconfirmedSince",
      (select count(*) from ${here('provider_event')} and state = 'dead') as "deadLetters",
      (select count(*) from ${here('quarantined_event')}) as quarantined,
      exists (select from ${here('contact')}) as "hasContacts",
      exists (select from ${here('sequence')}) as "hasSequences",
      exists (select from ${here('campaign')} and state <> 'draft') as "hasCampaigns"
    from
      (select count(*) as n, min(last_inbound_at) as at, (array_agg(id order by last_inbound_at))[1] as id
        from ${here('conversation')} and needs_reply and state <> 'done') waiting,
      (select count(*) as n, coalesce((array_agg(trim(contact.first_name || ' ' || contact.last_name) order by c.last_at desc))[1:3], '{}') as names
        from conversation c join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
        where c.workspace_id = ${workspaceId} and c.failed_sends > 0 and c.state <> 'done') failed,
      (select count(*) as n, min(decided_at) as since from ${here('send')} and state = 'unconfirmed') unsure`,
  );
  if (!row) throw new Error('The counts of today gave no row.');
  return row;
}
