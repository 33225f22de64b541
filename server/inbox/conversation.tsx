import { Hono } from 'hono';
import { deskOf } from '#db/inbox/conversation.ts';
import { viewCounts } from '#db/inbox/counts.ts';
import { picturesOf } from '#db/inbox/pictures.ts';
import { transcriptOf } from '#db/inbox/transcript.ts';
import type { AppEnv } from '#server/context.ts';
import { fragment, respond, wantsPartial } from '#server/http/respond.tsx';
import { Composer, closedBecause } from '#web/inbox/composer.tsx';
import { ConversationAlone } from '#web/inbox/conversation.tsx';
import { Entries } from '#web/inbox/entries.tsx';
import { InboxPage } from '#web/inbox/inbox-page.tsx';
import { PictureViewer } from '#web/inbox/pictures.tsx';
import { Earlier } from '#web/inbox/thread.tsx';
import { Transcript } from '#web/inbox/transcript.tsx';
import { personName } from '#web/inbox/words.ts';
import { Partial } from '#web/kit/partial.tsx';
import { listOf } from './list.ts';
import { conversationOf, everythingOf, stretchOf } from './load.ts';
import { idFrom, readerOf } from './reader.ts';
import { ThreadNow } from './thread-now.tsx';

/** The conversation that is open: page, pane, stretches of its thread, its pictures and transcripts. */
export function conversationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', partRoutes())
    .get('/inbox/:id', async (c) => {
      const { em, ui } = c.var;
      const id = idFrom(c.req.param('id'));
      const open = id && (await everythingOf(c, id));
      if (!open) return await c.notFound();
      if (wantsPartial(c)) return fragment(c, <ConversationAlone ui={ui} {...open} />);
      const list = await listOf(c, id);
      const counts = await viewCounts(em, readerOf(c));
      return respond(c, { full: <InboxPage ui={ui} list={list} counts={counts} open={open} /> });
    })
    .get('/inbox/:id/thread', async (c) => {
      const { em, ui, seat } = c.var;
      const id = idFrom(c.req.param('id'));
      const conversation = id && (await conversationOf(c, id));
      if (!conversation) return await c.notFound();
      const { from, before } = c.req.query();
      const thread = await stretchOf(c, conversation.id, { from: from || undefined, before });
      if (before) {
        const name = personName(ui, conversation, conversation.addresses[0]?.value);
        return fragment(
          c,
          <>
            <Earlier ui={ui} conversationId={conversation.id} older={thread.older} />
            <Entries ui={ui} conversation={conversation} entries={thread.entries} name={name} />
          </>,
        );
      }
      const { members, senders } = await deskOf(em, seat.workspaceId);
      const isClosed = closedBecause(ui, conversation) !== null;
      return fragment(
        c,
        <>
          <ThreadNow ui={ui} conversation={conversation} thread={thread} members={members} />
          {isClosed !== (c.req.query('closed') === 'yes') && (
            <Partial target="#composer" swap="outerMorph">
              <Composer ui={ui} conversation={conversation} senders={senders} />
            </Partial>
          )}
        </>,
      );
    });
}

function partRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/inbox/:id/pictures/:picture', async (c) => {
      const { em, ui, seat } = c.var;
      const id = idFrom(c.req.param('id'));
      const conversation = id && (await conversationOf(c, id));
      if (!conversation) return await c.notFound();
      const pictures = await picturesOf(em, {
        workspaceId: seat.workspaceId,
        conversationId: conversation.id,
      });
      const index = pictures.findIndex((picture) => picture.id === c.req.param('picture'));
      if (index < 0) return await c.notFound();
      const name = personName(ui, conversation, conversation.addresses[0]?.value);
      const viewer = { conversationId: conversation.id, pictures, index, name };
      return fragment(c, <PictureViewer ui={ui} {...viewer} />);
    })
    .get('/inbox/:id/calls/:call/transcript', async (c) => {
      const { em, ui, seat } = c.var;
      const id = idFrom(c.req.param('id'));
      const callId = idFrom(c.req.param('call'));
      const conversation = id && callId && (await conversationOf(c, id));
      if (!conversation) return await c.notFound();
      const transcript = await transcriptOf(em, {
        workspaceId: seat.workspaceId,
        conversationId: conversation.id,
        callId,
      });
      if (!transcript) return await c.notFound();
      const name = personName(ui, conversation, conversation.addresses[0]?.value);
      return fragment(c, <Transcript ui={ui} transcript={transcript} name={name} />);
    });
}
