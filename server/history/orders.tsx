import { Hono } from 'hono';
import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import type { HistoryOrder } from '#domain/history/run.ts';
import { orderHistory } from '#db/history/orders.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { orderIdOf } from '#server/http/order-id.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, trigger, wantsPartial } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { CancelDialog, SpeedDialog } from '#web/history/orders.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { speedSchema } from './new-form.ts';
import { runOf, standing } from './views.tsx';

const byId = '/history/:id{[0-9a-f-]{36}}';
const mayWrite = allow('history.write');

/** What a person commands for an import: pause, go on, cancel, its pace, the proof, the repair. */
export function historyOrderRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post(`${byId}/pause`, mayWrite, (c) => give(c, 'pause'))
    .delete(`${byId}/pause`, mayWrite, (c) => give(c, 'resume'))
    .get(`${byId}/cancel`, mayWrite, async (c) => {
      const run = await runOf(c, deps);
      return run ? fragment(c, <CancelDialog ui={c.var.ui} run={run} />) : c.notFound();
    })
    .post(`${byId}/cancel`, mayWrite, (c) => give(c, 'cancel'))
    .get(`${byId}/speed`, mayWrite, async (c) => {
      const run = await runOf(c, deps);
      if (!run) return c.notFound();
      const form = formOf({ perSecond: String(run.perSecond) });
      return fragment(c, <SpeedDialog ui={c.var.ui} run={run} form={form} />);
    })
    .post(`${byId}/speed`, mayWrite, (c) => setSpeed(c))
    .post(`${byId}/proofs`, mayWrite, (c) => give(c, 'prove'))
    .post(`${byId}/repairs`, mayWrite, (c) => give(c, 'repair'));

  async function setSpeed(c: Context<AppEnv>): Promise<Response> {
    const { ui } = c.var;
    const posted = await parseForm(c, speedSchema(ui.t));
    if (posted.ok) return give(c, 'speed', posted.value.perSecond);
    const run = await runOf(c, deps);
    if (!run) return c.notFound();
    return fragment(c, <SpeedDialog ui={ui} run={run} form={posted.form} />, 422);
  }

  async function give(
    c: Context<AppEnv>,
    order: HistoryOrder,
    perSecond?: number,
  ): Promise<Response> {
    const { workspaceId, userId } = c.var.seat;
    const importId = c.req.param('id') ?? '';
    if (!isUuid(importId)) return c.notFound();
    const orderId = await orderIdOf(c);
    const given = await deps.database.transaction((em) =>
      orderHistory(em, {
        orderId,
        workspaceId,
        userId,
        importId,
        order,
        ...(perSecond === undefined ? {} : { perSecond }),
      }),
    );
    if (!given) return c.notFound();
    if (given.kind === 'refused') return conflict(c, c.var.ui.t.history.orders.refused);
    const run = await runOf(c, deps);
    if (!run) return c.notFound();
    if (!wantsPartial(c)) return moveTo(c, paths.historyImport(importId));
    trigger(c, { 'modal:close': {} });
    return standing(c, run);
  }
}
