import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { accountList } from '#db/senders/accounts.ts';
import { addSender } from '#db/senders/orders.ts';
import { phoneNumber } from '#domain/contacts/phone-number.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { NewSenderForm, NewSenderPage } from '#web/senders/new-sender-page.tsx';
import { settingsSchema } from './settings-schema.ts';

const schema = z.object({
  order: z.uuid(),
  number: z.string().trim().min(1),
  accountId: z.uuid(),
  ...settingsSchema,
});

/** A number that is at the provider already is made known here. */
export function newSenderRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/senders/new', allow('sender.write'), async (c) => {
      const form = formOf({
        ratePerSecond: '1',
        dailyCap: '1000',
        priority: '10',
        confirms: 'provider',
      });
      const accounts = await choices(c);
      return respond(c, {
        full: <NewSenderPage ui={c.var.ui} form={form} accounts={accounts} />,
      });
    })
    .post('/senders', allow('sender.write'), async (c) => {
      const posted = await parseForm(c, schema);
      if (!posted.ok) return again(c, posted.form);
      const said = c.var.ui.t.senders;
      const { order: orderId, number: typed, ...settings } = posted.value;
      const number = phoneNumber(typed, c.var.workspace.country);
      if (!number) return again(c, refused(posted.form, { number: said.notNumber }));
      const { workspaceId, userId } = c.var.seat;
      const outcome = await database.transaction((em) =>
        addSender(em, { workspaceId, userId, orderId }, { ...settings, number }),
      );
      switch (outcome) {
        case 'taken':
          return again(c, refused(posted.form, { number: said.taken }));
        case 'no-account':
          return again(c, refused(posted.form, { accountId: said.unknownAccount }));
        case 'done':
          return moveTo(c, paths.senders());
      }
    });
}

async function again(c: Context<AppEnv>, form: FormState): Promise<Response> {
  const accounts = await choices(c);
  return fragment(c, <NewSenderForm ui={c.var.ui} form={form} accounts={accounts} />, 422);
}

async function choices(c: Context<AppEnv>) {
  const accounts = await accountList(c.var.em, c.var.seat.workspaceId);
  return accounts.map(({ id, name }) => ({ value: id, label: name }));
}
