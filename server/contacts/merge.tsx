import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import { phoneText } from '#domain/contacts/phone-text.ts';
import type { EditableField } from '#domain/contacts/fields.ts';
import type { MergeChoices } from '#domain/contacts/merge.ts';
import { contactList, type ListedContact } from '#db/contacts/list.ts';
import { mergeInto } from '#db/contacts/merge.ts';
import { mergeableContacts } from '#db/contacts/mergeable.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { ComparePage, FindOtherPage, FoundOthers } from '#web/contacts/merge.tsx';
import { contactName } from '#web/contacts/name.ts';
import { paths } from '#web/paths.ts';
import { knownContact } from './known.ts';

const FOUND_AT_MOST = 10;

const mergeForm = z.object({ order: z.uuid(), with: z.uuid() }).catchall(z.string());

type Here = { id: string; name: string };

/** Two contacts that are one person: find the other, compare, merge. */
export function contactMergeRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use('/contacts/:id/merge', allow('contact.write'))
    .get('/contacts/:id/merge', async (c) => {
      const known = await knownContact(c);
      if (known.kind !== 'contact') return c.notFound();
      const here = { id: known.contact.id, name: known.name };
      const otherId = c.req.query('with') ?? '';
      return isUuid(otherId) ? compare(c, here, otherId) : find(c, here);
    })
    .post('/contacts/:id/merge', async (c) => {
      const known = await knownContact(c);
      const posted = await parseForm(c, mergeForm);
      if (known.kind !== 'contact' || !posted.ok) return c.notFound();
      const { order: orderId, with: otherId, ...fields } = posted.value;
      const { workspaceId, userId } = c.var.seat;
      const contactId = known.contact.id;
      const choices = choicesOf(fields);
      const merged = await database.transaction((em) =>
        mergeInto(em, { orderId, workspaceId, userId, contactId, otherId, choices }),
      );
      if (merged === 'absent') return conflict(c, c.var.ui.t.contacts.merge.gone);
      return moveTo(c, paths.contact(contactId));
    });
}

async function find(c: Context<AppEnv>, contact: Here): Promise<Response> {
  const { ui, em, seat } = c.var;
  const q = c.req.query('q') ?? contact.name;
  const found = await contactList(em, { workspaceId: seat.workspaceId, filter: { q } });
  const others = found
    .filter(({ id }) => id !== contact.id)
    .slice(0, FOUND_AT_MOST)
    .map((other) => ({ id: other.id, name: contactName(ui, other), about: about(other) }));
  const props = { ui, contact, q, found: others };
  return respond(c, { full: <FindOtherPage {...props} />, partial: <FoundOthers {...props} /> });
}

const about = ({ company, phone, email, city }: ListedContact): string =>
  [company, phone && phoneText(phone), email, city].filter(Boolean).join(' · ');

async function compare(c: Context<AppEnv>, contact: Here, otherId: string): Promise<Response> {
  const { ui, em, seat } = c.var;
  const ids = [contact.id, otherId];
  const both = await mergeableContacts(em, { workspaceId: seat.workspaceId, ids, lock: false });
  const kept = both.get(contact.id);
  const gone = both.get(otherId);
  if (!kept || !gone || otherId === contact.id) return c.notFound();
  const other = { id: otherId, name: contactName(ui, gone.fields) };
  return respond(c, {
    full: (
      <ComparePage
        ui={ui}
        contact={contact}
        other={other}
        kept={kept}
        gone={gone}
        orderId={uuidv7()}
      />
    ),
  });
}

function choicesOf(posted: Record<string, unknown>): MergeChoices {
  const chosen = Object.entries(posted).filter(
    ([name, value]) => name.startsWith('field.') && (value === 'kept' || value === 'other'),
  );
  return Object.fromEntries(
    chosen.map(([name, value]) => [name.slice(6) as EditableField, value as 'kept' | 'other']),
  );
}
