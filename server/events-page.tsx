import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { replayEvent } from '#db/events/replay.ts';
import {
  deadLetters,
  quarantinedEvents,
  type TroubledEvent,
  type TroubledEvents,
} from '#db/events/troubles.ts';
import { recordOrder } from '#db/orders.ts';
import type { Db } from '#db/orm.ts';
import { Events, EventsPage, type EventList, type EventRow } from '#web/events/events-page.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import { paths } from '#web/paths.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { parseForm } from './http/parse-form.ts';
import { fragment, moveTo, respond, wantsPartial } from './http/respond.tsx';
import { allow } from './session/allow.ts';
import { replayQuarantined } from './webhooks/replay-quarantined.ts';
import { providerNamed } from './webhooks/providers.ts';

const LIMIT = 100;
const uuid = ':id{[0-9a-f-]{36}}';

/** What providers told and could not be used, and its replay. */
export function eventRoutes({ database, env }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/settings/events', allow('event.replay'), async (c) => {
      const { ui, em, seat } = c.var;
      const lists = await listsOf(em, seat.workspaceId);
      return respond(c, {
        full: () => <EventsPage ui={ui} {...lists} />,
        partial: () => <Events ui={ui} {...lists} />,
      });
    })
    .post(`/settings/events/${uuid}/replay`, allow('event.replay'), async (c) => {
      const { ui, seat } = c.var;
      const { workspaceId } = seat;
      const eventId = c.req.param('id');
      const done = await ordered(c, eventId, (em) => replayEvent(em, { workspaceId, eventId }));
      if (done === false) return c.notFound();
      return answer(c, ui.t.events.replayed);
    })
    .post(`/settings/events/quarantined/${uuid}/replay`, allow('event.replay'), async (c) => {
      const { ui, seat } = c.var;
      const { workspaceId } = seat;
      const id = c.req.param('id');
      const secret = env.APP_SECRET;
      const done = await ordered(c, id, (em) => replayQuarantined(em, { workspaceId, id, secret }));
      if (done === 'gone') return c.notFound();
      const said = done === 'still-unsigned' ? ui.t.events.stillUnsigned : ui.t.events.letIn;
      return answer(c, said);
    });

  /** Null where the same order was given before. */
  async function ordered<T>(
    c: Context<AppEnv>,
    subjectId: string,
    work: (em: Db) => Promise<T>,
  ): Promise<T | null> {
    const { workspaceId, userId } = c.var.seat;
    const posted = await parseForm(c, z.object({ order: z.uuid() }));
    if (!posted.ok) return null;
    const id = posted.value.order;
    return database.transaction(async (em) => {
      const order = { id, workspaceId, userId, subjectId };
      const isNew = await recordOrder(em, {
        ...order,
        kind: 'event.replay',
        subjectType: 'provider_event',
      });
      return isNew ? work(em) : null;
    });
  }
}

async function answer(c: Context<AppEnv>, said: string): Promise<Response> {
  const { ui, em, seat } = c.var;
  if (!wantsPartial(c)) return moveTo(c, paths.webhookEvents());
  const lists = await listsOf(em, seat.workspaceId);
  return fragment(
    c,
    <>
      <Events ui={ui} {...lists} />
      <ToastPartial dismiss={ui.t.shell.dismiss}>{said}</ToastPartial>
    </>,
  );
}

async function listsOf(em: Db, workspaceId: string) {
  const dead = await deadLetters(em, { workspaceId, limit: LIMIT });
  const quarantined = await quarantinedEvents(em, { workspaceId, limit: LIMIT });
  return { dead: listOf(dead), quarantined: listOf(quarantined) };
}

const listOf = ({ events, total }: TroubledEvents): EventList => ({
  total,
  events: events.map(rowOf),
});

const rowOf = ({ body, provider, ...event }: TroubledEvent): EventRow => ({
  ...event,
  said: providerNamed(provider).quote(body),
});
