import type { Role } from '#domain/access/role.ts';
import { syncState, type SyncState } from '#domain/sync/health.ts';
import { cursorSql } from '#db/live-events.ts';
import type { Db } from '#db/orm.ts';
import { firstRow, sql } from '#db/sql.ts';
import { accountsHealth, revived, type StoredHealth } from '#db/sync/health.ts';
import { alive } from './sessions.ts';

/** Who asks for a page, from which seat, and what the frame around every page shows. */
export interface Visit {
  user: {
    id: string;
    name: string;
    email: string;
    locale: string | null;
  };
  /** Null for a user whose every seat was taken away. */
  seat: { role: Role } | null;
  workspace: VisitedWorkspace | null;
  needReply: number;
  /** Whether what the providers know has come here. */
  sync: SyncState;
  /** The workspace's now, offset included. */
  now: Date;
  /** Cursor of the live events at this moment: what comes later is not in the page. */
  liveSince: string;
  /** Last noted visit of the session. */
  seenAt: Date;
}

export interface VisitedWorkspace {
  id: string;
  name: string;
  mode: 'sandbox' | 'live';
  zone: string;
  locale: string;
  country: string;
  currency: string;
  clockOffsetMs: number;
  dailyLimit: number;
  supportContact: string | null;
}

/** The figure in the menu stops counting here. */
const mostNeedReply = 1000;

/** Everything about a visitor in one statement, or undefined where the session is not (or no longer) open. */
export async function visitOf(em: Db, tokenHash: Buffer): Promise<Visit | undefined> {
  const visit = await firstRow<Omit<Visit, 'sync'> & { health: StoredHealth[] }>(
    em,
    sql`
      select
        jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'locale', u.locale) as "user",
        case when here.role is not null then jsonb_build_object('role', here.role) end as seat,
        case when here.id is not null then jsonb_build_object(
          'id', here.id, 'name', here.name, 'mode', here.mode, 'zone', here.zone, 'locale', here.locale,
          'country', here.country, 'currency', here.currency, 'clockOffsetMs', here.clock_offset_ms,
          'dailyLimit', here.daily_limit, 'supportContact', here.support_contact) end as workspace,
        (select count(*) from (select from conversation
          where workspace_id = here.id and needs_reply and state <> 'done' limit ${mostNeedReply}) waiting) as "needReply",
        (select coalesce(jsonb_agg(account), '[]') from (${accountsHealth(sql`here.id`, 'short')}) account) as health,
        clock_timestamp() + coalesce(here.clock_offset_ms, 0) * interval '1 millisecond' as now,
        ${cursorSql} as "liveSince",
        session.seen_at as "seenAt"
      from session
      join app_user u on u.id = session.user_id
      left join lateral (
        select seat.role, workspace.* from seat join workspace on workspace.id = seat.workspace_id
        where seat.user_id = u.id
        order by workspace.id = session.workspace_id desc nulls last, seat.created_at, seat.id limit 1
      ) here on true
      where session.token_hash = ${tokenHash} and ${alive}`,
  );
  if (!visit) return undefined;
  const { health, ...rest } = visit;
  return { ...rest, sync: syncState(health.map(revived), visit.now) };
}
