import { Hono } from 'hono';
import { viewCounts } from '#db/inbox/counts.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { fragment, respond, wantsPartial } from '#server/http/respond.tsx';
import { ConversationRows, Conversations } from '#web/inbox/conversation-list.tsx';
import { InboxPage } from '#web/inbox/inbox-page.tsx';
import { ViewList } from '#web/inbox/views.tsx';
import { Partial } from '#web/kit/partial.tsx';
import { conversationRoutes } from './conversation.tsx';
import { listOf, openIdOf } from './list.ts';
import { orderRoutes } from './orders.tsx';
import { readMarkRoutes } from './read-marks.tsx';
import { readerOf } from './reader.ts';
import { replyRoutes } from './replies.tsx';

/** One inbox over all numbers: lists, threads, answers, orders. */
export function inboxRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', listRoutes())
    .route('/', conversationRoutes())
    .route('/', replyRoutes(deps))
    .route('/', orderRoutes(deps))
    .route('/', readMarkRoutes(deps));
}

function listRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/inbox', async (c) => {
      const { em, ui } = c.var;
      const list = await listOf(c, null);
      if (wantsPartial(c)) return fragment(c, <Conversations ui={ui} list={list} />);
      const counts = await viewCounts(em, readerOf(c));
      return respond(c, { full: <InboxPage ui={ui} list={list} counts={counts} open={null} /> });
    })
    .get('/inbox/list', async (c) => {
      const { em, ui } = c.var;
      const list = await listOf(c, openIdOf(c));
      if (c.req.query('before')) return fragment(c, <ConversationRows ui={ui} list={list} />);
      const counts = await viewCounts(em, readerOf(c));
      const current = list.q ? null : list.view;
      return fragment(
        c,
        <>
          <Conversations ui={ui} list={list} />
          <Partial target="#views" swap="outerMorph">
            <ViewList id="views" ui={ui} counts={counts} current={current} />
          </Partial>
          <Partial target="#views-narrow" swap="outerMorph">
            <ViewList id="views-narrow" ui={ui} counts={counts} current={current} />
          </Partial>
        </>,
      );
    });
}
