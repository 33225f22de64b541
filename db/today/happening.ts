import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** The latest of a conversation, as the list of what happens tells it. */
export interface Happening {
  conversationId: string;
  contact: string;
  kind: 'message' | 'email' | 'call' | 'voicemail' | 'note' | 'event';
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  author: string | null;
  state: string | null;
  pictures: number;
  at: Date;
}

/**
 * What people did last, one line a conversation, the latest first. What campaigns write is counted
 * elsewhere; of conversations that are done only the last two days are looked through.
 */
export async function happening(
  em: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<Happening[]> {
  return rows<Happening>(
    em,
    sql`select c.id as "conversationId",
        coalesce(nullif(trim(contact.first_name || ' ' || contact.last_name), ''), address.value, '') as contact,
        i.kind, i.channel, i.direction, u.name as author, i.state, i.at,
        (select count(*) from attachment where attachment.workspace_id = i.workspace_id
          and attachment.interaction_id = i.id) as pictures
      from unnest(array['open', 'snoozed', 'done']) stage
      cross join lateral (
        select * from conversation where workspace_id = ${workspaceId} and state = stage
          and (last_direction = 'in' or last_author_id is not null)
          and (stage <> 'done' or last_at > workspace_now(${workspaceId}) - interval '2 days')
        order by last_at desc, id desc limit ${limit}
      ) c
      join interaction i on i.workspace_id = c.workspace_id and i.id = c.last_interaction_id
      join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
      left join address on address.workspace_id = i.workspace_id and address.id = i.address_id
      left join app_user u on u.id = i.author_id
      order by c.last_at desc, c.id desc limit ${limit}`,
  );
}
