import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { decideSends, unconfirmedSends } from '#db/sending/unconfirmed.ts';
import { ToastPartial } from '#web/kit/toast.tsx';
import { UnconfirmedList, UnconfirmedPage } from '#web/sends/unconfirmed-page.tsx';
import type { AppDeps, AppEnv } from './context.ts';
import { parseForm } from './http/parse-form.ts';
import { fragment, respond } from './http/respond.tsx';
import { allow } from './session/allow.ts';

const atOnce = 50;

const schema = z.object({
  order: z.uuid(),
  verdict: z.enum(['arrived', 'lost']),
  selected: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid())]).default([]),
});

/** Messages that may or may not have gone: a person decides, one by one or many at once. */
export function unconfirmedRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sends/unconfirmed', async (c) => {
      const props = await listed(c);
      return respond(c, {
        full: () => <UnconfirmedPage {...props} />,
        partial: () => <UnconfirmedList {...props} />,
      });
    })
    .post('/sends/decisions', allow('send.decide'), async (c) => {
      const { ui, seat } = c.var;
      const posted = await parseForm(c, schema);
      if (!posted.ok || posted.value.selected.length === 0) {
        const props = { ...(await listed(c)), error: ui.t.sends.chooseFirst };
        return fragment(c, <UnconfirmedList {...props} />, 422);
      }
      const { order: orderId, verdict, selected: sendIds } = posted.value;
      const { workspaceId, userId } = seat;
      const n = await database.transaction((em) =>
        decideSends(em, { orderId, workspaceId, userId, sendIds, verdict }),
      );
      const props = await listed(c);
      return fragment(
        c,
        <>
          <UnconfirmedList {...props} />
          <ToastPartial dismiss={ui.t.shell.dismiss}>{ui.t.sends.decided(n)}</ToastPartial>
        </>,
      );
    });
}

async function listed(c: Context<AppEnv>) {
  const { ui, em, seat } = c.var;
  const { workspaceId } = seat;
  const sends = await unconfirmedSends(em, { workspaceId, limit: atOnce + 1 });
  return { ui, sends: sends.slice(0, atOnce), more: sends.length > atOnce };
}
