import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { editContact, editedNames } from '#db/contacts/edit.ts';
import type { ContactDetail } from '#db/contacts/page.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { moveTo } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import type { EditProps } from '#web/contacts/edit.tsx';
import type { FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { contactForm, contactSchema, typedTexts } from './contact-form.ts';
import { formPage } from './form-page.tsx';
import { knownContact, typedOf } from './known.ts';

/** Changing a contact by hand. */
export function contactEditRoutes({ database }: AppDeps): Hono<AppEnv> {
  const write = allow('contact.write');
  return new Hono<AppEnv>()
    .get('/contacts/:id/edit', write, async (c) => {
      const known = await knownContact(c);
      if (known.kind !== 'contact') return c.notFound();
      return formPage(c, propsOf(c, known, contactForm(typedOf(known.contact))), 200);
    })
    .post('/contacts/:id', write, (c) => save(c));

  async function save(c: Context<AppEnv>): Promise<Response> {
    const { ui, seat } = c.var;
    const known = await knownContact(c);
    if (known.kind !== 'contact') return c.notFound();
    const { contact } = known;
    const posted = await parseForm(c, contactSchema(ui.t, contact.custom));
    if (!posted.ok) return formPage(c, propsOf(c, known, posted.form), 422);
    const { order: orderId, revision, typed } = posted.value;
    const { workspaceId, userId } = seat;
    const edited = editedNames(typedOf(contact), typed);
    const contactId = contact.id;
    const saved = await database.transaction((em) =>
      editContact(em, { orderId, workspaceId, userId, contactId, ...typed, revision, edited }),
    );
    if (saved === 'absent') return c.notFound();
    if (saved === 'saved') return moveTo(c, paths.contact(contactId));
    const theirs = differing(c, contact, posted.form);
    return formPage(c, { ...propsOf(c, known, posted.form), theirs }, 409);
  }
}

const propsOf = (
  c: Context<AppEnv>,
  { contact, name }: { contact: ContactDetail; name: string },
  form: FormState,
): EditProps => ({
  ui: c.var.ui,
  contact: { id: contact.id, name },
  form,
  custom: contact.custom,
  revision: contact.revision,
  orderId: uuidv7(),
});

/** What stands now where it is not what was typed, by field. */
function differing(
  c: Context<AppEnv>,
  contact: ContactDetail,
  form: FormState,
): Record<string, string> {
  const { theirs, blank: nothing } = c.var.ui.t.contacts.edit;
  const now = Object.entries(typedTexts(typedOf(contact)));
  return Object.fromEntries(
    now
      .filter(([name, value]) => (form.values[name] ?? '') !== value)
      .map(([name, value]) => [name, theirs(value || nothing)]),
  );
}
