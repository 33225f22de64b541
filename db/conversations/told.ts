import type { SendState } from '#domain/sending/states.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';

/** A message of ours that the provider's past, or a webhook, has told of before its acceptance was written. */
export interface ToldMessage {
  workspaceId: string;
  sendId: string;
  accountId: string;
  providerId: string;
}

/**
 * What was told becomes the one interaction of its send, of which nothing was shown yet.
 * @returns how far the provider said it had come
 */
export async function adoptTold(
  em: Db,
  { workspaceId, sendId, accountId, providerId }: ToldMessage,
): Promise<SendState | null> {
  const told = await firstRow<{ state: SendState | null }>(
    em,
    sql`with told as (
      update interaction i set send_id = s.id, campaign_id = s.campaign_id, sender_id = s.sender_id, address_id = s.address_id,
        author_id = null, detail = '{}', state = s.state
      from send s
      where s.workspace_id = ${workspaceId} and s.id = ${sendId} and i.workspace_id = s.workspace_id
        and i.provider_account_id = ${accountId} and i.provider_id = ${providerId}
      returning i.id, i.conversation_id, old.state)
    update send s set interaction_id = told.id, conversation_id = told.conversation_id from told
    where s.workspace_id = ${workspaceId} and s.id = ${sendId}
    returning told.state`,
  );
  return told?.state ?? null;
}

/**
 * Where the thread shows a message of ours already, what was told of it is the same once more and goes.
 * @returns how far the provider said it had come; null where nothing was told
 */
export async function dropTold(
  em: Db,
  { workspaceId, sendId, accountId, providerId }: ToldMessage,
): Promise<SendState | null> {
  const told = await firstRow<{ id: string; state: SendState | null }>(
    em,
    sql`delete from interaction i using send s
    where s.workspace_id = ${workspaceId} and s.id = ${sendId} and s.interaction_id is not null
      and i.workspace_id = s.workspace_id and i.provider_account_id = ${accountId} and i.provider_id = ${providerId}
      and i.id <> s.interaction_id and i.send_id is null
    returning i.id, i.state`,
  );
  if (!told) return null;
  await run(
    em,
    sql`update conversation v set last_interaction_id = s.interaction_id from send s
    where s.workspace_id = ${workspaceId} and s.id = ${sendId} and v.workspace_id = s.workspace_id
      and v.last_interaction_id = ${told.id}`,
  );
  return told.state;
}
