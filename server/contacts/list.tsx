import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import { may } from '#domain/access/permissions.ts';
import type { ContactFilter } from '#domain/contacts/filter.ts';
import {
  contactCount,
  contactList,
  contactsAPage,
  filterChoices,
  mostCounted,
} from '#db/contacts/list.ts';
import { tagContacts } from '#db/contacts/tag.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond, wantsPartial } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { ContactList, ContactsPage, type ContactListProps } from '#web/contacts/list.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import { paths } from '#web/paths.ts';
import { contactsCsv } from './export-csv.ts';
import { filterOf, filterQuery } from './filter-query.ts';

const noChoices: ContactListProps['choices'] = { tags: [], regions: [], countries: [] };

/** The list of contacts, what is done with many at once, and the file of them. */
export const contactListRoutes = ({ database }: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/contacts', async (c) => {
      const { em, seat } = c.var;
      const props = await listProps(c, filterOf(c));
      if (wantsPartial(c)) return fragment(c, <ContactList {...props} />);
      const choices = await filterChoices(em, seat.workspaceId);
      return respond(c, { full: <ContactsPage {...props} choices={choices} /> });
    })
    .get('/contacts.csv', allow('contact.export'), (c) => contactsCsv(c, filterOf(c)))
    .post('/contacts/tags', allow('contact.write'), async (c) => {
      const { ui, seat } = c.var;
      const words = ui.t.contacts.list;
      const posted = await parseForm(c, tagForm);
      const action = c.req.query('action') === 'remove' ? 'remove' : 'add';
      const filter = filterOf(c);
      if (!posted.ok) return answer(c, filter, words.tagMissing, 422);
      const { order: orderId, tag, selected, everyone } = posted.value;
      if (selected.length === 0 && !everyone) return answer(c, filter, words.chooseFirst, 422);
      const { workspaceId, userId } = seat;
      const whom = everyone ? { filter } : { ids: selected };
      const changed = await database.transaction((em) =>
        tagContacts(em, { orderId, workspaceId, userId, tag, action, whom }),
      );
      return answer(c, filter, words.tagged(changed, tag), 200);
    });

const tagForm = z.object({
  order: z.uuid(),
  tag: z.string().trim().min(1).max(60),
  selected: z
    .union([z.array(z.uuid()), z.uuid().transform((one) => [one])])
    .optional()
    .default([]),
  everyone: z.literal('yes').optional(),
});

async function listProps(c: Context<AppEnv>, filter: ContactFilter): Promise<ContactListProps> {
  const { ui, em, seat } = c.var;
  const { workspaceId, role } = seat;
  const asked = c.req.query('before');
  const before = asked && isUuid(asked) ? asked : undefined;
  const found = await contactList(em, { workspaceId, filter, before });
  const contacts = found.slice(0, contactsAPage);
  const query = filterQuery(filter);
  const next = found.length > contactsAPage ? contacts.at(-1)?.id : undefined;
  return {
    ui,
    contacts,
    count: await contactCount(em, { workspaceId, filter }),
    mostCounted,
    query,
    choices: noChoices,
    firstHref: before ? paths.contacts(query) : undefined,
    nextHref: next ? paths.contacts({ ...query, before: next }) : undefined,
    orderId: uuidv7(),
    mayWrite: may(role, 'contact.write'),
    mayExport: may(role, 'contact.export'),
    mayImport: may(role, 'import.write'),
  };
}

async function answer(
  c: Context<AppEnv>,
  filter: ContactFilter,
  sentence: string,
  status: 200 | 422,
): Promise<Response> {
  if (!wantsPartial(c)) return moveTo(c, paths.contacts(filterQuery(filter)));
  const props = await listProps(c, filter);
  return fragment(
    c,
    <>
      <ContactList {...props} />
      <ToastPartial dismiss={c.var.ui.t.shell.dismiss}>{sentence}</ToastPartial>
    </>,
    status,
  );
}
