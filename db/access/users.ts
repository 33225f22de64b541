import { User } from '#db/entities/user.ts';
import type { Db } from '#db/orm.ts';
import { firstRow, run, sql } from '#db/sql.ts';

export async function userByEmail(em: Db, email: string): Promise<User | null> {
  return em.findOne(User, { email: email.trim().toLowerCase() });
}

export async function anyUser(em: Db): Promise<boolean> {
  return (await firstRow(em, sql`select 1 as one from app_user limit 1`)) !== undefined;
}

/** Makes a user, or finds the one who has this e-mail; users are global and may sit in many workspaces. */
export async function ensureUser(
  em: Db,
  user: { email: string; name: string; passwordHash: string | null },
): Promise<string> {
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into app_user (email, name, password_hash)
      values (${user.email.trim().toLowerCase()}, ${user.name}, ${user.passwordHash})
      on conflict (email) do update set email = excluded.email returning id`,
  );
  if (!made) throw new Error('The user was neither made nor found.');
  return made.id;
}

export async function changePassword(
  em: Db,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<void> {
  await run(em, sql`update app_user set password_hash = ${passwordHash} where id = ${userId}`);
}

export interface Profile {
  name: string;
  locale: string | null;
}

export async function changeProfile(
  em: Db,
  { userId, profile }: { userId: string; profile: Partial<Profile> },
): Promise<void> {
  await em.nativeUpdate(User, { id: userId }, profile);
}

/** Whether a user has seats, all of them in sandboxes: then there is nobody real to protect from them. */
export async function sitsInSandboxesOnly(em: Db, userId: string): Promise<boolean> {
  const found = await firstRow<{ only: boolean | null }>(
    em,
    sql`select bool_and(workspace.mode = 'sandbox') as only
      from seat join workspace on workspace.id = seat.workspace_id where seat.user_id = ${userId}`,
  );
  return found?.only === true;
}

/** Whether a user sits in no workspace but this one. */
export async function sitsOnlyIn(
  em: Db,
  { userId, workspaceId }: { userId: string; workspaceId: string },
): Promise<boolean> {
  const found = await firstRow<{ only: boolean | null }>(
    em,
    sql`select bool_and(workspace_id = ${workspaceId}) as only from seat where user_id = ${userId}`,
  );
  return found?.only === true;
}
