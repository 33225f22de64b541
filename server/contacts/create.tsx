import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import type { ContactAddress } from '#domain/contacts/address.ts';
import { emailAddressOf, phoneAddress } from '#domain/contacts/typed-address.ts';
import { addAddress } from '#db/contacts/addresses.ts';
import { createContact, type TypedContact } from '#db/contacts/edit.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { moveTo } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import type { EditProps } from '#web/contacts/edit.tsx';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { contactSchema } from './contact-form.ts';
import { formPage } from './form-page.tsx';

/** Adding a contact by hand. */
export const contactCreateRoutes = ({ database }: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/contacts/new', allow('contact.write'), (c) =>
      formPage(c, blank(c, formOf({ country: c.var.workspace.country })), 200),
    )
    .post('/contacts', allow('contact.write'), async (c) => {
      const { ui, seat, workspace } = c.var;
      const posted = await parseForm(c, contactSchema(ui.t, {}));
      if (!posted.ok) return formPage(c, blank(c, posted.form), 422);
      const { order: contactId, mobile, email, typed } = posted.value;
      const { addresses, errors } = reached(
        c,
        { mobile, email },
        typed.fields.country ?? workspace.country,
      );
      if (isBlank(typed) && mobile + email === '') errors[''] = ui.t.contacts.edit.needsSomething;
      if (Object.keys(errors).length > 0) {
        return formPage(c, blank(c, refused(posted.form, errors)), 422);
      }
      const { workspaceId, userId } = seat;
      await database.transaction(async (em) => {
        const made = await createContact(em, { workspaceId, userId, contactId, ...typed });
        if (!made) return;
        for (const address of addresses) {
          await addAddress(em, { orderId: uuidv7(), workspaceId, userId, contactId, address });
        }
      });
      return moveTo(c, paths.contact(contactId));
    });

/** The addresses that were typed, and what is wrong with them. */
function reached(
  c: Context<AppEnv>,
  { mobile, email }: { mobile: string; email: string },
  country: string,
): { addresses: ContactAddress[]; errors: Record<string, string> } {
  const words = c.var.ui.t.contacts.edit;
  const errors: Record<string, string> = {};
  const phone = mobile === '' ? null : phoneAddress(mobile, country);
  const mail = email === '' ? null : emailAddressOf(email);
  if (mobile !== '' && !phone) errors.mobile = words.badPhone;
  if (email !== '' && !mail) errors.email = words.badEmail;
  return { addresses: [phone, mail].filter((address) => address !== null), errors };
}

const isBlank = ({ fields }: TypedContact): boolean =>
  !fields.firstName && !fields.lastName && !fields.company;

const blank = (c: Context<AppEnv>, form: FormState): EditProps => ({
  ui: c.var.ui,
  contact: null,
  form,
  custom: {},
  revision: 0,
  orderId: uuidv7(),
});
