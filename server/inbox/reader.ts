import type { Context } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '#server/context.ts';
import type { Reader } from '#db/inbox/conditions.ts';

const uuid = z.uuid();

/** Whose inbox is asked for. */
export function readerOf(c: Context<AppEnv>): Reader {
  const { workspaceId, userId } = c.var.seat;
  return { workspaceId, userId };
}

/** An id from an address or a form; null where it is none, so that it finds nothing. */
export const idFrom = (text: string | undefined): string | null =>
  text !== undefined && uuid.safeParse(text).success ? text : null;
