import type { ContactFields, CustomFields, EditableField } from '#domain/contacts/fields.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import { beginContactOrder, showContact, type ContactOrder } from './order.ts';

/** What a person typed about a contact. */
export interface TypedContact {
  fields: ContactFields;
  custom: CustomFields;
  tags: readonly string[];
}

/** Makes a contact by hand; `contactId` is also the order, so that a double click makes one. */
export async function createContact(
  em: Db,
  made: TypedContact & { workspaceId: string; userId: string; contactId: string },
): Promise<boolean> {
  const { workspaceId, userId, contactId, fields } = made;
  const isNew = await recordOrder(em, {
    id: contactId,
    workspaceId,
    userId,
    kind: 'contact.create',
    subjectType: 'contact',
    subjectId: contactId,
  });
  if (!isNew) return false;
  await run(
    em,
    sql`insert into contact (id, workspace_id, first_name, last_name, company, language, street, city, region,
      postal_code, country, notes, fields, tags, source, created_at, updated_at)
    values (${contactId}, ${workspaceId}, ${fields.firstName ?? ''}, ${fields.lastName ?? ''}, ${fields.company ?? ''},
      ${fields.language}, ${fields.street ?? ''}, ${fields.city ?? ''}, ${fields.region ?? ''}, ${fields.postalCode ?? ''},
      ${fields.country}, ${fields.notes ?? ''}, ${made.custom}, ${[...made.tags]}, 'person',
      workspace_now(${workspaceId}), workspace_now(${workspaceId}))`,
  );
  await showContact(em, made, 'created');
  return true;
}

/**
 * Keeps what a person typed, and remembers which values are theirs: an import never overrides those.
 * @param edit `revision` is the one the person saw; `edited` names what they changed
 * @returns `stale` where somebody else was quicker; then nothing was changed
 */
export async function editContact(
  em: Db,
  edit: ContactOrder & TypedContact & { revision: number; edited: readonly EditedName[] },
): Promise<'saved' | 'stale' | 'absent'> {
  const { workspaceId, contactId, fields } = edit;
  const begun = await beginContactOrder(em, edit, 'contact.edit', { fields: edit.edited });
  if (begun.kind === 'absent') return 'absent';
  if (begun.kind === 'repeated') return 'saved';
  if (begun.revision !== edit.revision) return 'stale';
  await run(
    em,
    sql`update contact set first_name = ${fields.firstName ?? ''}, last_name = ${fields.lastName ?? ''},
      company = ${fields.company ?? ''}, language = ${fields.language}, street = ${fields.street ?? ''},
      city = ${fields.city ?? ''}, region = ${fields.region ?? ''}, postal_code = ${fields.postalCode ?? ''},
      country = ${fields.country}, notes = ${fields.notes ?? ''}, fields = ${edit.custom}, tags = ${[...edit.tags]},
      edited_fields = array(select distinct unnest(edited_fields || ${[...edit.edited]}::text[])),
      updated_at = workspace_now(workspace_id), revision = revision + 1
    where workspace_id = ${workspaceId} and id = ${contactId}`,
  );
  await showContact(em, edit, 'edited');
  return 'saved';
}

/** `tag.` names a tag that a person took away: an import does not bring it back. */
export type EditedName = EditableField | `tag.${string}`;

/** What differs between a contact as it was and as a person leaves it. */
export function editedNames(before: TypedContact, after: TypedContact): EditedName[] {
  const fields = (Object.keys(after.fields) as (keyof ContactFields)[]).filter(
    (field) => (before.fields[field] ?? '') !== (after.fields[field] ?? ''),
  );
  const keys = new Set([...Object.keys(before.custom), ...Object.keys(after.custom)]);
  const custom = [...keys].filter(
    (key) => JSON.stringify(before.custom[key]) !== JSON.stringify(after.custom[key]),
  );
  const removed = before.tags.filter((tag) => !after.tags.includes(tag));
  return [
    ...fields,
    ...custom.map((key) => `custom.${key}` as const),
    ...removed.map((tag) => `tag.${tag}` as const),
  ];
}
