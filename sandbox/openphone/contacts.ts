import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { jsonOf } from '../answers.ts';
import type { Store } from '../store.ts';
import { contactBody } from './bodies.ts';
import { badRequest } from './errors.ts';
import { recordChange } from './record-change.ts';
import { absent } from './lists.ts';
import { contactsQuery } from './query.ts';
import type { ContactRecord } from './records.ts';
import { answerPage, no, type QuoEnv, withQuery } from './request.ts';
import { contactsOf, contactWith, type Workspace } from './workspace.ts';

const text = z.string().nullable();
const values = z.array(z.object({ name: z.string(), value: text }));

const fields = z.object({
  firstName: text,
  lastName: text.optional(),
  company: text.optional(),
  role: text.optional(),
  emails: values.optional(),
  phoneNumbers: values.optional(),
});

const about = {
  externalId: z.string().min(1).max(75).nullable().optional(),
  source: z.string().min(1).max(72).optional(),
  sourceUrl: z.url().max(200).optional(),
  createdByUserId: z.string().regex(/^US/).optional(),
};

const created = z.object({ defaultFields: fields, ...about });
const changed = z.object({ defaultFields: fields.partial().optional(), ...about });

/** The address book of the workspace. Custom fields are not played: there are none. */
export function contactRoutes(store: Store): Hono<QuoEnv> {
  function record(workspace: Workspace, contact: ContactRecord): Promise<void> {
    return recordChange(store, workspace, { kind: 'contact', contact });
  }

  return new Hono<QuoEnv>()
    .get('/contact-custom-fields', (c) => c.json({ data: [] }))
    .get('/contacts', (c) =>
      withQuery(c, contactsQuery, (query) => {
        const found = contactsOf(c.get('workspace'))
          .filter((one) => !query.externalIds || query.externalIds.includes(one.externalId ?? ''))
          .filter((one) => !query.sources || query.sources.includes(one.source ?? ''))
          .map((contact) => ({ id: contact.id, at: contact.createdAt, contact }))
          .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
        return answerPage(c, found, { ...query, body: ({ contact }) => contactBody(contact) });
      }),
    )
    .get('/contacts/:id', (c) => {
      const contact = contactWith(c.get('workspace'), c.req.param('id'));
      return contact ? c.json({ data: contactBody(contact) }) : absent(c);
    })
    .post('/contacts', async (c) => {
      const parsed = created.safeParse(await jsonOf(c));
      if (!parsed.success) return no(c, badRequest(parsed.error));
      const workspace = c.get('workspace');
      const { externalId } = parsed.data;
      const isTaken =
        externalId && contactsOf(workspace).some((one) => one.externalId === externalId);
      if (isTaken) return no(c, { status: 409, message: 'A contact has this externalId' });
      const contact = newContact(workspace, parsed.data);
      await record(workspace, contact);
      return c.json({ data: contactBody(contact) }, 201);
    })
    .patch('/contacts/:id', async (c) => {
      const contact = contactWith(c.get('workspace'), c.req.param('id'));
      if (!contact) return absent(c);
      const parsed = changed.safeParse(await jsonOf(c));
      if (!parsed.success) return no(c, badRequest(parsed.error));
      const { defaultFields, ...rest } = parsed.data;
      const after = {
        ...contact,
        ...given(rest),
        ...given(defaultFields ?? {}),
        updatedAt: Date.now(),
      };
      await record(c.get('workspace'), after);
      return c.json({ data: contactBody(after) });
    })
    .delete('/contacts/:id', async (c) => {
      const id = c.req.param('id');
      if (!contactWith(c.get('workspace'), id)) return absent(c);
      await recordChange(store, c.get('workspace'), { kind: 'hidden', id, isHidden: true });
      return c.body(null, 204);
    });
}

function newContact(workspace: Workspace, given: z.infer<typeof created>): ContactRecord {
  const { defaultFields, externalId, source, sourceUrl, createdByUserId } = given;
  const now = Date.now();
  return {
    id: randomBytes(12).toString('hex'),
    externalId: externalId ?? null,
    source: source ?? 'public-api',
    sourceUrl: sourceUrl ?? null,
    firstName: defaultFields.firstName,
    lastName: defaultFields.lastName ?? null,
    company: defaultFields.company ?? null,
    role: defaultFields.role ?? null,
    emails: defaultFields.emails ?? [],
    phoneNumbers: defaultFields.phoneNumbers ?? [],
    createdByUserId: createdByUserId ?? workspace.users[0]!.id,
    createdAt: now,
    updatedAt: now,
  };
}

/** Only what was said changes. */
function given<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}
