import { absoluteDays, idleDays } from '#domain/access/session-rule.ts';
import type { Db } from '#db/orm.ts';
import { rows, run, sql } from '#db/sql.ts';
import { newToken } from './token.ts';

export interface NewSession {
  userId: string;
  /** The workspace that opens first; null for the one where the user sat down first. */
  workspaceId: string | null;
  userAgent: string | null;
  ip: string | null;
}

/** Opens a session. @returns the token for the cookie; only its hash is kept */
export async function openSession(em: Db, session: NewSession): Promise<string> {
  const { token, hash } = newToken();
  await run(
    em,
    sql`insert into session (token_hash, user_id, workspace_id, user_agent, ip, expires_at)
      values (${hash}, ${session.userId}, ${session.workspaceId}, ${session.userAgent}, ${session.ip},
        now() + make_interval(days => ${absoluteDays}))`,
  );
  return token;
}

/** Ends one session, wherever it is open. */
export async function closeSession(em: Db, tokenHash: Buffer): Promise<void> {
  await run(em, sql`delete from session where token_hash = ${tokenHash}`);
}

/** Ends all sessions of a user but the one named: after a new password, or at their wish. */
export async function closeOtherSessions(
  em: Db,
  { userId, keep }: { userId: string; keep: Buffer | null },
): Promise<number> {
  return run(
    em,
    sql`delete from session where user_id = ${userId} and token_hash is distinct from ${keep}`,
  );
}

/** Ends one of a user's own sessions, named as the list names it. @returns false where there is none */
export async function revokeSession(
  em: Db,
  { userId, id }: { userId: string; id: string },
): Promise<boolean> {
  const changed = await run(
    em,
    sql`delete from session where user_id = ${userId} and ${publicId} = ${id}`,
  );
  return changed === 1;
}

export interface OpenSession {
  id: string;
  userAgent: string | null;
  ip: string | null;
  createdAt: Date;
  seenAt: Date;
  current: boolean;
}

/** Where a user is signed in, the latest seen first. */
export async function sessionsOf(
  em: Db,
  { userId, current }: { userId: string; current: Buffer },
): Promise<OpenSession[]> {
  return rows<OpenSession>(
    em,
    sql`select ${publicId} as id, user_agent as "userAgent", ip, created_at as "createdAt",
        seen_at as "seenAt", token_hash = ${current} as current
      from session where user_id = ${userId} and ${alive} order by seen_at desc`,
  );
}

/** Notes a visit; called at most once in a while, so that reading a page does not mean writing. */
export async function touchSession(em: Db, tokenHash: Buffer): Promise<void> {
  await run(em, sql`update session set seen_at = now() where token_hash = ${tokenHash}`);
}

/** Turns a session to another workspace where its user has a seat. @returns false where there is none */
export async function turnSession(
  em: Db,
  { tokenHash, workspaceId }: { tokenHash: Buffer; workspaceId: string },
): Promise<boolean> {
  const changed = await run(
    em,
    sql`update session set workspace_id = ${workspaceId}
      where token_hash = ${tokenHash}
        and exists (select from seat where seat.user_id = session.user_id and seat.workspace_id = ${workspaceId})`,
  );
  return changed === 1;
}

/** Forgets what has ended. @returns how many */
export async function sweepSessions(em: Db): Promise<number> {
  return run(em, sql`delete from session where not ${alive}`);
}

export const alive = sql`(session.expires_at > now() and session.seen_at > now() - make_interval(days => ${idleDays}))`;

/** Half of the hash: enough to tell sessions apart, of no use to whoever reads it. */
const publicId = sql`encode(substring(token_hash from 1 for 16), 'hex')`;
