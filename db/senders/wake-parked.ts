import type { Db } from '../orm.ts';
import { tellRelay, type OutboxMessage } from '../outbox.ts';
import { rows, sql } from '../sql.ts';

/**
 * Has everything looked at again that waits for a number: walks by their campaigns, answers and tests
 * by themselves. Whoever still may not go is parked again.
 */
export async function wakeParked(em: Db, workspaceId: string): Promise<void> {
  const parked = await rows<Pick<OutboxMessage, 'kind' | 'key'>>(
    em,
    sql`select 'campaign.wake' as kind, id::text as key from campaign
      where workspace_id = ${workspaceId} and state in ('launching', 'running')
    union all
    select 'send.wake', id::text from send
      where workspace_id = ${workspaceId} and state = 'parked' and membership_id is null`,
  );
  await tellRelay(em, ...parked.map((message) => ({ ...message, workspaceId })));
}
