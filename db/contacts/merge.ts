import { mergeContacts, type MergeChoices } from '#domain/contacts/merge.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import { joinContacts } from './join-contacts.ts';
import { mergeableContacts } from './mergeable.ts';
import { beginContactOrder, showContact, type ContactOrder } from './order.ts';

/**
 * Makes another contact and this one the same person: addresses, conversation and walks come over, and
 * of each field that differs the value that the person chose.
 */
export async function mergeInto(
  em: Db,
  order: ContactOrder & { otherId: string; choices: MergeChoices },
): Promise<'merged' | 'absent'> {
  const { workspaceId, contactId, otherId, choices } = order;
  if (contactId === otherId) return 'absent';
  const both = await mergeableContacts(em, { workspaceId, ids: [contactId, otherId], lock: true });
  const begun = await beginContactOrder(em, order, 'contact.merge', { otherId });
  if (begun.kind !== 'new') return begun.kind === 'absent' ? 'absent' : 'merged';
  const kept = both.get(contactId);
  const other = both.get(otherId);
  if (!kept || !other) return 'absent';

  const { fields, custom, tags, editedFields } = mergeContacts(kept, other, choices);
  await run(
    em,
    sql`update contact set first_name = ${fields.firstName ?? ''}, last_name = ${fields.lastName ?? ''},
      company = ${fields.company ?? ''}, language = ${fields.language}, street = ${fields.street ?? ''},
      city = ${fields.city ?? ''}, region = ${fields.region ?? ''}, postal_code = ${fields.postalCode ?? ''},
      country = ${fields.country}, notes = ${fields.notes ?? ''}, fields = ${custom}, tags = ${[...tags]},
      edited_fields = ${[...editedFields]}, created_at = least(created_at,
        (select o.created_at from contact o where o.workspace_id = ${workspaceId} and o.id = ${otherId})),
      updated_at = workspace_now(workspace_id), revision = revision + 1
    where workspace_id = ${workspaceId} and id = ${contactId}`,
  );
  await joinContacts(em, { workspaceId, contactId, absorbs: [otherId] });
  await showContact(em, order, 'merged');
  return 'merged';
}
