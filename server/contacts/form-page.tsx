import type { Context } from 'hono';
import type { AppEnv } from '#server/context.ts';
import { respond } from '#server/http/respond.tsx';
import { ContactForm, EditPage, type EditProps } from '#web/contacts/edit.tsx';

/** The form of a contact on its page, or alone where only it is to change. */
export const formPage = (c: Context<AppEnv>, props: EditProps, status: 200 | 409 | 422) =>
  respond(c, {
    full: <EditPage {...props} />,
    partial: status === 200 ? <EditPage {...props} /> : <ContactForm {...props} />,
    status,
  });
