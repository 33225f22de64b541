import { Hono, type Context } from 'hono';
import { v7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import { senderList, type SenderRow } from '#db/senders/list.ts';
import { changeSender, pauseSender, resumeSender, setRotation } from '#db/senders/orders.ts';
import { may } from '#domain/access/permissions.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond, wantsPartial } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { formOf } from '#web/kit/form-state.ts';
import { Partial } from '#web/kit/partial.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import { paths } from '#web/paths.ts';
import { PauseDialog } from '#web/senders/pause-dialog.tsx';
import { SenderForm } from '#web/senders/sender-drawer.tsx';
import { SenderList, SendersPage } from '#web/senders/senders-page.tsx';
import { accountRoutes } from './accounts.tsx';
import { newSenderRoutes } from './new-sender.tsx';
import { settingsSchema } from './settings-schema.ts';

const changeSchema = z.object({ order: z.uuid(), ...settingsSchema });
const pauseSchema = z.object({ order: z.uuid(), reason: z.string().trim().max(200).catch('') });

/** The numbers that messages go from; their accounts are the sub-app's. */
export function senderRoutes(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  return new Hono<AppEnv>()
    .route('/', accountRoutes(deps))
    .route('/', newSenderRoutes(deps))
    .use('/senders/:id/*', (c, next) => (c.req.method === 'GET' ? next() : mayWrite(c, next)))
    .get('/senders', async (c) => {
      const senders = await senderList(c.var.em, c.var.seat.workspaceId);
      const list = { ui: c.var.ui, senders, mayWrite: writes(c) };
      return respond(c, {
        full: () => <SendersPage {...list} open={null} />,
        partial: () => <SenderList {...list} />,
      });
    })
    .get('/senders/:id', (c) => show(c))
    .post('/senders/:id', (c) => change(c, deps))
    .get('/senders/:id/pause', mayWrite, async (c) => {
      const { sender } = await found(c);
      return sender ? fragment(c, <PauseDialog ui={c.var.ui} sender={sender} />) : c.notFound();
    })
    .post('/senders/:id/pause', async (c) => {
      const posted = await parseForm(c, pauseSchema);
      if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
      const order = orderOf(c, posted.value.order);
      if (!order) return c.notFound();
      const { reason } = posted.value;
      const outcome = await database.transaction((em) => pauseSender(em, order, reason));
      return outcome === 'done' ? moveTo(c, paths.sender(order.senderId)) : c.notFound();
    })
    .delete('/senders/:id/pause', async (c) => {
      const order = orderOf(c, v7());
      if (!order) return c.notFound();
      const outcome = await database.transaction((em) => resumeSender(em, order));
      return outcome === 'done' ? show(c) : c.notFound();
    })
    .post('/senders/:id/rotation', (c) => rotate(c, deps, true))
    .delete('/senders/:id/rotation', (c) => rotate(c, deps, false));
}

const mayWrite = allow('sender.write');
const writes = (c: Context<AppEnv>): boolean => may(c.var.seat.role, 'sender.write');

async function found(
  c: Context<AppEnv>,
): Promise<{ senders: SenderRow[]; sender: SenderRow | undefined }> {
  const senders = await senderList(c.var.em, c.var.seat.workspaceId);
  return { senders, sender: senders.find(({ id }) => id === c.req.param('id')) };
}

async function show(c: Context<AppEnv>): Promise<Response> {
  const { senders, sender } = await found(c);
  if (!sender) return c.notFound();
  const open = { sender, form: formOfSender(sender) };
  return respond(c, {
    full: <SendersPage ui={c.var.ui} senders={senders} mayWrite={writes(c)} open={open} />,
  });
}

const formOfSender = ({ name, ratePerSecond, dailyCap, priority, confirms }: SenderRow) =>
  formOf({
    name,
    ratePerSecond: String(ratePerSecond),
    dailyCap: String(dailyCap),
    priority: String(priority),
    confirms,
  });

function orderOf(c: Context<AppEnv>, orderId: string) {
  const { workspaceId, userId } = c.var.seat;
  const senderId = c.req.param('id') ?? '';
  return isUuid(senderId) ? { workspaceId, userId, orderId, senderId } : undefined;
}

async function change(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const { ui } = c.var;
  const { sender } = await found(c);
  if (!sender) return c.notFound();
  const posted = await parseForm(c, changeSchema);
  const form = <SenderForm ui={ui} sender={sender} form={posted.form} mayWrite />;
  if (!posted.ok) return fragment(c, form, 422);
  const { order: orderId, ...settings } = posted.value;
  const order = orderOf(c, orderId);
  if (!order) return c.notFound();
  await database.transaction((em) => changeSender(em, order, settings));
  if (c.req.header('HX-Request') !== 'true') return moveTo(c, paths.sender(sender.id));
  const { senders } = await found(c);
  return fragment(
    c,
    <>
      {form}
      <Partial target="#sender-list" swap="outerMorph">
        <SenderList ui={ui} senders={senders} mayWrite />
      </Partial>
      <ToastPartial dismiss={ui.t.shell.dismiss}>{ui.t.senders.saved}</ToastPartial>
    </>,
  );
}

async function rotate(c: Context<AppEnv>, { database }: AppDeps, on: boolean): Promise<Response> {
  const order = orderOf(c, v7());
  if (!order) return c.notFound();
  const outcome = await database.transaction((em) => setRotation(em, order, on));
  if (outcome !== 'done') return c.notFound();
  if (!wantsPartial(c)) return show(c);
  const { senders } = await found(c);
  return fragment(c, <SenderList ui={c.var.ui} senders={senders} mayWrite />);
}
