import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

/** A webhook whose signature is not that of its account. */
export interface UnsignedEvent {
  workspaceId: string;
  providerAccountId: string;
  provider: string;
  kind: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  reason: string;
}

/** Nobody may fill the disk with what they cannot sign. */
const mostKept = 1000;
const daysKept = 7;

/** Keeps an unsigned webhook where a person may see it; it is never processed as it stands. */
export async function quarantine(em: Db, event: UnsignedEvent): Promise<void> {
  await run(
    em,
    sql`insert into quarantined_event (workspace_id, provider_account_id, provider, kind, url, headers, body, reason)
    values (${event.workspaceId}, ${event.providerAccountId}, ${event.provider}, ${event.kind}, ${event.url},
      ${event.headers}, ${event.body}, ${event.reason})`,
  );
  await run(
    em,
    sql`delete from quarantined_event where provider_account_id = ${event.providerAccountId} and id <= (
      select id from quarantined_event where provider_account_id = ${event.providerAccountId}
      order by id desc offset ${mostKept} limit 1)`,
  );
}

/** Forgets what is older than a week. @returns how many */
export async function sweepQuarantine(em: Db): Promise<number> {
  return run(
    em,
    sql`delete from quarantined_event where received_at < now() - make_interval(days => ${daysKept})`,
  );
}
