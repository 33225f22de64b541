import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** The provider will not take messages from this number. @returns the sender of that send */
export async function pauseSender(
  em: Db,
  input: { workspaceId: string; sendId: string; reason: string },
): Promise<string> {
  const { workspaceId, sendId, reason } = input;
  const sender = await firstRow<{ id: string }>(
    em,
    sql`update sender set state = 'alert', paused_reason = ${reason}
    where workspace_id = ${workspaceId} and id = (select sender_id from send where workspace_id = ${workspaceId} and id = ${sendId})
    returning id`,
  );
  if (!sender) throw new Error('A send that was called has a sender.');
  await tellUi(em, { workspaceId, topic: 'senders', refId: sender.id, kind: 'alert' });
  return sender.id;
}
