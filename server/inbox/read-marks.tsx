import { Hono } from 'hono';
import { z } from 'zod';
import { markRead, markUnread } from '#db/inbox/read.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, trigger } from '#server/http/respond.tsx';
import { NoConversation } from '#web/inbox/conversation.tsx';
import { Partial } from '#web/kit/partial.tsx';
import { paths } from '#web/paths.ts';
import { idFrom, readerOf } from './reader.ts';

const readSchema = z.object({ seen: z.uuid() });

/** How far each reader has come. It is theirs alone, so whoever may look may also have looked. */
export function readMarkRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/inbox/:id/read', async (c) => {
      const conversationId = idFrom(c.req.param('id'));
      const posted = await parseForm(c, readSchema);
      if (!conversationId || !posted.ok) return await c.notFound();
      const { seen: seenId } = posted.value;
      await database.transaction((em) => markRead(em, readerOf(c), { conversationId, seenId }));
      trigger(c, { 'inbox:changed': true });
      return c.body(null, 204);
    })
    .delete('/inbox/:id/read', async (c) => {
      const conversationId = idFrom(c.req.param('id'));
      if (!conversationId) return await c.notFound();
      await database.transaction((em) => markUnread(em, readerOf(c), conversationId));
      trigger(c, { 'inbox:changed': true });
      // An open conversation would be read again at once, so it closes.
      c.header('HX-Push-Url', paths.inbox());
      return fragment(
        c,
        <Partial target="#conversation">
          <NoConversation ui={c.var.ui} />
        </Partial>,
      );
    });
}
