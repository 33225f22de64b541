import type { Role } from '#domain/access/role.ts';
import type { Db } from '#db/orm.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { hashToken, newToken } from './token.ts';

/** A link that opens one door once: to a seat, to a new password, or to the first workspace. */
export type LinkKind = 'invitation' | 'reset' | 'owner';

const hours: Record<LinkKind, number> = { invitation: 7 * 24, reset: 24, owner: 24 };

export interface OpenLink {
  id: string;
  kind: LinkKind;
  email: string | null;
  workspaceId: string | null;
  workspaceName: string | null;
  role: Role | null;
  userId: string | null;
  createdBy: string | null;
}

/** Makes a link; an older one for the same purpose no longer opens. @returns the token for its address */
export async function makeLink(
  em: Db,
  link: {
    kind: LinkKind;
    email?: string;
    workspaceId?: string;
    role?: Role;
    userId?: string;
    createdBy?: string;
  },
): Promise<string> {
  const { token, hash } = newToken();
  const email = link.email?.trim().toLowerCase() ?? null;
  const workspaceId = link.workspaceId ?? null;
  await run(
    em,
    sql`delete from one_time_link where kind = ${link.kind} and used_at is null
      and email is not distinct from ${email} and workspace_id is not distinct from ${workspaceId}
      and user_id is not distinct from ${link.userId ?? null}`,
  );
  await run(
    em,
    sql`insert into one_time_link (token_hash, kind, email, workspace_id, role, user_id, created_by, expires_at)
      values (${hash}, ${link.kind}, ${email}, ${workspaceId}, ${link.role ?? null}, ${link.userId ?? null},
        ${link.createdBy ?? null}, now() + make_interval(hours => ${hours[link.kind]}))`,
  );
  return token;
}

/** The link behind a token while it still opens. */
export async function openLink(
  em: Db,
  { kind, token }: { kind: LinkKind; token: string },
): Promise<OpenLink | undefined> {
  return firstRow<OpenLink>(em, sql`${found(kind, token)}`);
}

/** The same, and from now on it opens no more; call in the transaction of what it is for. */
export async function useLink(
  em: Db,
  { kind, token }: { kind: LinkKind; token: string },
): Promise<OpenLink | undefined> {
  const link = await firstRow<OpenLink>(em, sql`${found(kind, token)} for update of one_time_link`);
  if (link) await run(em, sql`update one_time_link set used_at = now() where id = ${link.id}`);
  return link;
}

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  invitedBy: string | null;
}

/** Invitations of a workspace that nobody has taken up yet. */
export async function openInvitations(em: Db, workspaceId: string): Promise<Invitation[]> {
  return rows<Invitation>(
    em,
    sql`select one_time_link.id, one_time_link.email, role, one_time_link.created_at as "createdAt",
        expires_at as "expiresAt", app_user.name as "invitedBy"
      from one_time_link left join app_user on app_user.id = created_by
      where workspace_id = ${workspaceId} and kind = 'invitation' and used_at is null and expires_at > now()
      order by one_time_link.id desc`,
  );
}

/** @returns false where the workspace has no such open invitation */
export async function withdrawInvitation(
  em: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<boolean> {
  const changed = await run(
    em,
    sql`delete from one_time_link where workspace_id = ${workspaceId} and id = ${id}
      and kind = 'invitation' and used_at is null`,
  );
  return changed === 1;
}

const found = (kind: LinkKind, token: string) => sql`
  select one_time_link.id, kind, email, workspace_id as "workspaceId", workspace.name as "workspaceName",
    role, user_id as "userId", created_by as "createdBy"
  from one_time_link left join workspace on workspace.id = workspace_id
  where token_hash = ${hashToken(token)} and kind = ${kind} and used_at is null and expires_at > now()`;
