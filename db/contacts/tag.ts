import type { ContactFilter } from '#domain/contacts/filter.ts';
import { orderResult, recordOrder, recordOrderResult } from '../orders.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { contactConditions } from './filter.ts';

export interface TagOrder {
  orderId: string;
  workspaceId: string;
  userId: string;
  tag: string;
  action: 'add' | 'remove';
  /** These contacts, or all that a filter leaves. */
  whom: { ids: readonly string[] } | { filter: ContactFilter };
}

/** Tags many contacts at once. @returns how many were changed, the same again for a repeated order */
export async function tagContacts(em: Db, order: TagOrder): Promise<number> {
  const { orderId, workspaceId, userId, tag, action, whom } = order;
  const isNew = await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind: `contacts.tag-${action}`,
    subjectType: 'workspace',
    subjectId: workspaceId,
    payload: { tag, ...('ids' in whom ? { contacts: whom.ids.length } : { filter: whom.filter }) },
  });
  if (!isNew)
    return (await orderResult<{ changed: number }>(em, workspaceId, orderId))?.changed ?? 0;
  const meant =
    'ids' in whom
      ? sql<boolean>`${contactConditions(workspaceId, {})} and c.id = any(${[...whom.ids]}::uuid[])`
      : contactConditions(workspaceId, whom.filter);
  // Locked in one order, so that two such orders at once wait for each other.
  const chosen = sql`select c.id from contact c where ${meant}
    and (${tag} = any(c.tags)) = ${action === 'remove'} order by c.id for no key update`;
  const changed = await run(
    em,
    action === 'add'
      ? sql`update contact set tags = tags || ${[tag]}::text[], edited_fields = array_remove(edited_fields, ${`tag.${tag}`}),
          revision = revision + 1, updated_at = workspace_now(workspace_id) where id in (${chosen})`
      : sql`update contact set tags = array_remove(tags, ${tag}),
          edited_fields = array_append(array_remove(edited_fields, ${`tag.${tag}`}), ${`tag.${tag}`}),
          revision = revision + 1, updated_at = workspace_now(workspace_id) where id in (${chosen})`,
  );
  await recordOrderResult(em, orderId, { changed });
  await tellUi(em, { workspaceId, topic: 'contact', refId: null, kind: 'tagged' });
  return changed;
}
