import type { KnownConversation } from '../history/known-conversation.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import type { StoredEvent } from './stored-event.ts';

/** Open pages hear of what a webhook has added to the conversation with a contact. */
export async function tellThread(
  em: Db,
  { workspaceId }: Pick<StoredEvent, 'workspaceId'>,
  { contactId }: Pick<KnownConversation, 'contactId'>,
  kind: 'in' | 'out' | 'call',
): Promise<void> {
  const thread = await firstRow<{ id: string }>(
    em,
    sql`select id from conversation where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
  );
  if (!thread) return;
  const told = { workspaceId, refId: thread.id, kind };
  await tellUi(em, { ...told, topic: 'inbox' }, { ...told, topic: 'conversation' });
}
