import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import type { ThreadPicture } from './thread.ts';

const mostPictures = 200;

/** The pictures of a conversation that can be shown, oldest first; the latest 200. */
export function picturesOf(
  em: Db,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<ThreadPicture[]> {
  return rows(
    em,
    sql<ThreadPicture>`select * from (
      select f.id, f.state, f.content_type as "contentType", f.name, f.width, f.height, i.at, f.interaction_id, f.position
      from interaction i join attachment f on f.workspace_id = i.workspace_id and f.interaction_id = i.id
      where i.workspace_id = ${workspaceId} and i.conversation_id = ${conversationId} and f.state = 'stored'
        and f.content_type like 'image/%'
      order by i.at desc, f.interaction_id desc, f.position desc limit ${mostPictures}) latest
    order by at, interaction_id, position`,
  );
}
