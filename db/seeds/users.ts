import type { Role } from '#domain/access/role.ts';
import { hashPassword } from '../access/password.ts';
import { ensureUser } from '../access/users.ts';
import { giveSeat } from '../access/workspaces.ts';
import type { Db } from '../orm.ts';

/** Everyone of the world signs in with it; it opens sandbox workspaces only. */
export const password = 'storm windows before winter';

export interface SeededUser {
  id: string;
  email: string;
  name: string;
  role: Role;
}

const hashed = new Map<string, Promise<string>>();

/** A user with a seat. One hash serves all: it is slow to make by design. */
export async function addUser(
  em: Db,
  user: { workspaceId: string; email: string; name: string; role: Role },
): Promise<SeededUser> {
  const { workspaceId, email, name, role } = user;
  const known = hashed.get(password) ?? hashPassword(password);
  hashed.set(password, known);
  const id = await ensureUser(em, { email, name, passwordHash: await known });
  await giveSeat(em, { workspaceId, userId: id, role });
  return { id, email, name, role };
}
