import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { contactDetail, survivorOf, type ContactDetail } from '#db/contacts/page.ts';
import type { TypedContact } from '#db/contacts/edit.ts';
import type { AppEnv } from '#server/context.ts';
import { contactName } from '#web/contacts/name.ts';

/** The contact of an address: there, gone into another, erased, or not in this workspace. */
export type Known =
  | { kind: 'contact'; contact: ContactDetail; name: string }
  | { kind: 'merged'; into: string }
  | { kind: 'erased'; contact: ContactDetail }
  | { kind: 'absent' };

export async function knownContact(c: Context<AppEnv>): Promise<Known> {
  const contactId = c.req.param('id') ?? '';
  const { workspaceId } = c.var.seat;
  if (!isUuid(contactId)) return { kind: 'absent' };
  const contact = await contactDetail(c.var.em, { workspaceId, contactId });
  if (!contact) return { kind: 'absent' };
  if (contact.mergedInto) {
    const into = await survivorOf(c.var.em, { workspaceId, contactId });
    return into ? { kind: 'merged', into } : { kind: 'absent' };
  }
  if (contact.erasedAt) return { kind: 'erased', contact };
  return { kind: 'contact', contact, name: contactName(c.var.ui, contact) };
}

/** What a form may change of a contact. */
export const typedOf = (contact: ContactDetail): TypedContact => ({
  fields: {
    firstName: contact.firstName || null,
    lastName: contact.lastName || null,
    company: contact.company || null,
    language: contact.language,
    street: contact.street || null,
    city: contact.city || null,
    region: contact.region || null,
    postalCode: contact.postalCode || null,
    country: contact.country,
    notes: contact.notes || null,
  },
  custom: contact.custom,
  tags: contact.tags,
});
