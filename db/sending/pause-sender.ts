import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/**
 * The provider will not take messages from this number: it rests until somebody resumes it, and the
 * person of that send may get to know another. @returns the sender of that send
 */
export async function pauseSender(
  em: Db,
  input: { workspaceId: string; sendId: string; reason: string },
): Promise<string> {
  const { workspaceId, sendId, reason } = input;
  const sender = await firstRow<{ id: string }>(
    em,
    sql`update sender set state = 'paused', paused_reason = ${reason}
    where workspace_id = ${workspaceId} and id = (select sender_id from send where workspace_id = ${workspaceId} and id = ${sendId})
    returning id`,
  );
  if (!sender) throw new Error('A send that was called has a sender.');
  await run(
    em,
    sql`update address a set sender_id = null, sender_at = null from send s
    where s.workspace_id = ${workspaceId} and s.id = ${sendId} and a.workspace_id = s.workspace_id
      and a.id = s.address_id and a.sender_id = ${sender.id}`,
  );
  await tellUi(em, { workspaceId, topic: 'senders', refId: sender.id, kind: 'alert' });
  return sender.id;
}
