import { openSession } from '#db/access/sessions.ts';
import type { Database } from '#db/orm.ts';

/** Signs a user in without the page. @returns the value of the Cookie header */
export async function signIn(
  database: Database,
  { userId, workspaceId = null }: { userId: string; workspaceId?: string | null },
): Promise<string> {
  const token = await database.transaction((em) =>
    openSession(em, { userId, workspaceId, userAgent: 'test', ip: null }),
  );
  return `throughline=${token}`;
}
