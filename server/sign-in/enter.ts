import type { Context } from 'hono';
import { closeSession, openSession } from '#db/access/sessions.ts';
import { hashToken } from '#db/access/token.ts';
import type { AppDeps } from '#server/context.ts';
import { readSessionCookie, writeSessionCookie } from '#server/session/cookie.ts';
import { visitorAddress } from '#server/session/visitor-address.ts';

/** Opens a new session and ends the one before, so that a token from before signing in is worth nothing. */
export async function enter(
  c: Context,
  { database, env }: AppDeps,
  { userId, workspaceId = null }: { userId: string; workspaceId?: string | null },
): Promise<void> {
  const before = readSessionCookie(c, env);
  const token = await database.transaction(async (em) => {
    if (before) await closeSession(em, hashToken(before));
    return openSession(em, {
      userId,
      workspaceId,
      userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null,
      ip: visitorAddress(c, env),
    });
  });
  writeSessionCookie(c, env, token);
}
