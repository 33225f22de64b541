import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** A file that came with a message. */
export interface ThreadPicture {
  id: string;
  state: 'pending' | 'stored' | 'failed';
  contentType: string;
  name: string;
  width: number | null;
  height: number | null;
}

/** `pictures` of `interaction i`, as a pair of jsonb_build_object. */
export const picturesEntry = sql`'pictures', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id,
      'state', f.state, 'contentType', f.content_type, 'name', f.name, 'width', f.width, 'height', f.height)
      order by f.position), '[]')
    from attachment f where f.workspace_id = i.workspace_id and f.interaction_id = i.id and f.role = 'file')`;

const mostPictures = 200;

/** A picture with who sent it and when. */
export interface ViewedPicture extends ThreadPicture {
  at: Date;
  direction: 'in' | 'out' | null;
}

/** The pictures of a conversation that can be shown, oldest first; the latest 200. */
export function picturesOf(
  em: Db,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<ViewedPicture[]> {
  return rows(
    em,
    sql<ViewedPicture>`select * from (
      select f.id, f.state, f.content_type as "contentType", f.name, f.width, f.height, i.at, i.direction, f.interaction_id, f.position
      from interaction i join attachment f on f.workspace_id = i.workspace_id and f.interaction_id = i.id
      where i.workspace_id = ${workspaceId} and i.conversation_id = ${conversationId} and f.state = 'stored'
        and f.content_type like 'image/%'
      order by i.at desc, f.interaction_id desc, f.position desc limit ${mostPictures}) latest
    order by at, interaction_id, position`,
  );
}
