import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { addNote } from '#db/inbox/note.ts';
import { sendReply, type ReplyOutcome } from '#db/inbox/reply.ts';
import { retryMessage } from '#db/inbox/retry.ts';
import { longestText } from '#domain/sending/template.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { Collision, ComposerError, NothingSaid, Segments } from '#web/inbox/composer-answers.tsx';
import { ReplyOrder } from '#web/inbox/composer.tsx';
import { Partial } from '#web/kit/partial.tsx';
import type { SeatedUi } from '#web/ui.ts';
import { answerWithThread } from './answer.tsx';
import { idFrom } from './reader.ts';

const idOrNone = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .transform((id) => id || null);

const replySchema = z.object({
  order: z.uuid(),
  by: z.enum(['sms', 'note']).default('sms'),
  body: z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()),
  sender: idOrNone,
  to: idOrNone,
  seen: idOrNone,
  anyway: z.literal('1').optional(),
  from: z.string().optional(),
});

type Posted = z.output<typeof replySchema>;

const retrySchema = z.object({ order: z.uuid(), message: z.uuid(), from: z.string().optional() });

/** What is written in a conversation: texts, notes, and second tries. */
export function replyRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/inbox/:id/replies', allow('inbox.write'), async (c) => {
      const conversationId = idFrom(c.req.param('id'));
      if (!conversationId) return await c.notFound();
      const posted = await parseForm(c, replySchema);
      if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
      const wrong = faultOf(c.var.ui, posted.value);
      if (wrong) return refuse(c, <ComposerError>{wrong}</ComposerError>, 422);
      if (posted.value.by === 'note') return note(c, conversationId, posted.value);
      return reply(c, conversationId, posted.value);
    })
    .post('/inbox/:id/retries', allow('inbox.write'), async (c) => {
      const conversationId = idFrom(c.req.param('id'));
      const posted = await parseForm(c, retrySchema);
      if (!conversationId || !posted.ok) return await c.notFound();
      const { order: orderId, message: interactionId, from } = posted.value;
      const { workspaceId, userId } = c.var.seat;
      const outcome = await database.transaction((em) =>
        retryMessage(em, { workspaceId, userId, orderId, conversationId, interactionId }),
      );
      const t = c.var.ui.t.inbox.composer;
      if (outcome.kind === 'not-found') return await c.notFound();
      if (outcome.kind === 'not-now') return conflict(c, t.notNow);
      if (outcome.kind === 'unreachable') return conflict(c, closedText(c.var.ui, outcome.why));
      return answerWithThread(c, { conversationId, from });
    })
    .post('/inbox/:id/segments', allow('inbox.write'), async (c) => {
      const { body } = await c.req.parseBody();
      const text = typeof body === 'string' ? body.replaceAll('\r\n', '\n').trim() : '';
      return fragment(c, <Segments ui={c.var.ui} body={text} />);
    });

  async function reply(c: Context<AppEnv>, conversationId: string, posted: Posted) {
    const { workspaceId, userId } = c.var.seat;
    const outcome = await database.transaction((em) =>
      sendReply(em, {
        workspaceId,
        userId,
        conversationId,
        orderId: posted.order,
        body: posted.body,
        addressId: posted.to,
        senderId: posted.sender,
        seenId: posted.seen,
        anyway: posted.anyway === '1',
      }),
    );
    return answerReply(c, conversationId, posted, outcome);
  }

  async function note(c: Context<AppEnv>, conversationId: string, { order, body, from }: Posted) {
    const { workspaceId, userId } = c.var.seat;
    const outcome = await database.transaction((em) =>
      addNote(em, { workspaceId, userId, orderId: order, conversationId, body }),
    );
    if (outcome === 'not-found') return await c.notFound();
    return answerWithThread(c, { conversationId, from, ...emptied(c.var.ui) });
  }
}

function faultOf(ui: SeatedUi, { body }: Posted): string | null {
  const t = ui.t.inbox.composer;
  if (body === '') return t.empty;
  return body.length > longestText ? t.long(body.length, longestText) : null;
}

async function answerReply(
  c: Context<AppEnv>,
  conversationId: string,
  posted: Posted,
  outcome: ReplyOutcome,
): Promise<Response> {
  const { ui } = c.var;
  switch (outcome.kind) {
    case 'not-found':
      return await c.notFound();
    case 'sent':
      return answerWithThread(c, { conversationId, from: posted.from, ...emptied(ui) });
    case 'answered':
      return refuse(c, <Collision ui={ui} answer={outcome.answer} />, 409);
    case 'unreachable':
      return refuse(c, <ComposerError>{closedText(ui, outcome.why)}</ComposerError>, 409);
    case 'no-sender':
      return refuse(c, <ComposerError>{ui.t.inbox.composer.noSender}</ComposerError>, 409);
  }
}

/** Nothing was sent; the text stays in the box, and the reason stands above it. */
const refuse = (c: Context<AppEnv>, why: ReturnType<typeof ComposerError>, status: 409 | 422) =>
  fragment(
    c,
    <Partial target="#composer-said" swap="outerHTML">
      {why}
    </Partial>,
    status,
  );

function closedText(
  ui: SeatedUi,
  why: Extract<ReplyOutcome, { kind: 'unreachable' }>['why'],
): string {
  const t = ui.t.inbox.composer.closed;
  return why === 'opted-out' ? t[why](null) : t[why];
}

/** A box for the next text: a new order id, no reason, no count. */
const emptied = (ui: SeatedUi) => ({
  event: 'reply:sent',
  also: (
    <>
      <Partial target="#reply-order" swap="outerHTML">
        <ReplyOrder />
      </Partial>
      <Partial target="#composer-said" swap="outerHTML">
        <NothingSaid />
      </Partial>
      <Partial target="#segments" swap="outerHTML">
        <Segments ui={ui} body="" />
      </Partial>
    </>
  ),
});
