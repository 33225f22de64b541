import { Hono, type Context } from 'hono';
import { v7 } from 'uuid';
import { z } from 'zod';
import {
  assignConversation,
  closeConversation,
  reopenConversation,
  snoozeConversation,
  type ConversationOrder,
  type OrderOutcome,
} from '#db/inbox/order.ts';
import type { Db } from '#db/orm.ts';
import { snoozePresets, snoozeUntil } from '#domain/inbox/snooze.ts';
import { instantOf } from '#domain/sending/local-time.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { allow } from '#server/session/allow.ts';
import { DoneToast } from '#web/inbox/done-toast.tsx';
import type { SeatedUi } from '#web/ui.ts';
import { answerWithThread } from './answer.tsx';
import { idFrom } from './reader.ts';

const orderSchema = z.object({ order: z.uuid(), from: z.string().optional() });
const assignSchema = orderSchema.extend({ to: z.union([z.uuid(), z.literal('')]) });
const snoozeSchema = orderSchema.extend({
  preset: z.union([z.enum(snoozePresets), z.literal('')]).default(''),
  at: z.string().default(''),
});

/** Whose it is, and whether it rests or is done. */
export function orderRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/inbox/:id/assignee', allow('inbox.write'), (c) =>
      give(c, assignSchema, (em, order, { to }) => assignConversation(em, order, to || null)),
    )
    .post('/inbox/:id/snooze', allow('inbox.write'), (c) =>
      give(c, snoozeSchema, async (em, order, posted) => {
        const until = untilOf(c.var.ui, posted);
        return until ? snoozeConversation(em, order, until) : 'past';
      }),
    )
    .post('/inbox/:id/done', allow('inbox.write'), (c) =>
      give(c, orderSchema, closeConversation, {
        event: 'conversation:done',
        also: <DoneToast ui={c.var.ui} id={c.req.param('id')} order={v7()} />,
      }),
    )
    .post('/inbox/:id/reopening', allow('inbox.write'), (c) =>
      give(c, orderSchema, reopenConversation),
    );

  async function give<S extends z.ZodType<{ order: string; from?: string | undefined }>>(
    c: Context<AppEnv>,
    schema: S,
    work: (
      em: Db,
      order: ConversationOrder,
      posted: z.output<S>,
    ) => Promise<OrderOutcome | 'no-member' | 'past'>,
    after: Omit<Parameters<typeof answerWithThread>[1], 'conversationId' | 'from'> = {},
  ): Promise<Response> {
    const conversationId = idFrom(c.req.param('id'));
    if (!conversationId) return await c.notFound();
    const posted = await parseForm(c, schema);
    if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
    const { workspaceId, userId } = c.var.seat;
    const order = { workspaceId, userId, orderId: posted.value.order, conversationId };
    const outcome = await database.transaction((em) => work(em, order, posted.value));
    switch (outcome) {
      case 'not-found':
      case 'no-member':
        return await c.notFound();
      case 'past':
        return conflict(c, c.var.ui.t.inbox.thread.past);
      case 'done':
        return answerWithThread(c, { conversationId, from: posted.value.from, ...after });
    }
  }
}

/** A preset, or a moment as it was typed by the clock of the desk; null where it is over. */
function untilOf(ui: SeatedUi, { preset, at }: z.output<typeof snoozeSchema>): Date | null {
  const now = ui.now.getTime();
  const until = preset ? snoozeUntil(preset, now, ui.zone) : typed(at, ui.zone);
  return until !== null && until > now ? new Date(until) : null;
}

function typed(at: string, zone: string): number | null {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(at) ?? [];
  if (!day || Number.isNaN(Date.parse(day))) return null;
  return instantOf(day, Number(hour) * 60 + Number(minute), zone);
}
