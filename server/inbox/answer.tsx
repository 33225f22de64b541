import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { deskOf } from '#db/inbox/conversation.ts';
import type { AppEnv } from '#server/context.ts';
import { fragment, moveTo, trigger } from '#server/http/respond.tsx';
import { paths } from '#web/paths.ts';
import { conversationOf, stretchOf } from './load.ts';
import { ThreadNow } from './thread-now.tsx';

interface Answered {
  conversationId: string;
  /** Where the stretch on the screen begins. */
  from: string | undefined;
  /** What scripts do now: see web/assets/js/inbox.js. */
  event?: string;
  also?: Child;
}

/**
 * The answer to an order about a conversation: its thread and head as they are now, at once and not only
 * when the live event comes; lists hear that they are old. Without script it is the page again.
 */
export async function answerWithThread(
  c: Context<AppEnv>,
  { conversationId, from, event, also }: Answered,
): Promise<Response> {
  if (c.req.header('HX-Request') !== 'true') return moveTo(c, paths.conversation(conversationId));
  const conversation = await conversationOf(c, conversationId);
  if (!conversation) return await c.notFound();
  const thread = await stretchOf(c, conversationId, { from });
  const { members } = await deskOf(c.var.em, c.var.seat.workspaceId);
  trigger(c, { 'inbox:changed': true, ...(event ? { [event]: { id: conversationId } } : {}) });
  return fragment(
    c,
    <>
      <ThreadNow ui={c.var.ui} conversation={conversation} thread={thread} members={members} />
      {also}
    </>,
  );
}
