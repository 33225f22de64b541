import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** Who orders what of which contact. */
export interface ContactOrder {
  orderId: string;
  workspaceId: string;
  userId: string;
  contactId: string;
}

/**
 * Locks the contact and records the order.
 * @returns `absent` where there is no such contact (any more), `repeated` where it was done before
 */
export async function beginContactOrder(
  em: Db,
  { orderId, workspaceId, userId, contactId }: ContactOrder,
  kind: string,
  payload: Record<string, unknown> = {},
): Promise<{ kind: 'absent' } | { kind: 'repeated' } | { kind: 'new'; revision: number }> {
  const contact = await firstRow<{ revision: number }>(
    em,
    sql`select revision from contact where workspace_id = ${workspaceId} and id = ${contactId}
      and merged_into is null and erased_at is null for no key update`,
  );
  if (!contact) return { kind: 'absent' };
  const isNew = await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind,
    subjectType: 'contact',
    subjectId: contactId,
    payload,
  });
  return isNew ? { kind: 'new', revision: contact.revision } : { kind: 'repeated' };
}

/** Open pages of the contact look again. */
export const showContact = (
  em: Db,
  { workspaceId, contactId }: Pick<ContactOrder, 'workspaceId' | 'contactId'>,
  kind: string,
): Promise<void> => tellUi(em, { workspaceId, topic: 'contact', refId: contactId, kind });
