import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface SequenceListItem {
  id: string;
  name: string;
  /** Number of the latest version; null where nothing is published yet. */
  version: number | null;
  /** The draft says something else than the latest version. */
  ahead: boolean;
  messages: number;
  steps: number;
  campaigns: number;
  /** People who walk one of its versions now. */
  walking: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** The sequences of a workspace, the one edited last first; those that are archived by themselves. */
export async function sequenceList(
  em: Db,
  { workspaceId, archived }: { workspaceId: string; archived: boolean },
): Promise<SequenceListItem[]> {
  return rows<SequenceListItem>(
    em,
    sql`select s.id, s.name, v.number as version, v.number is null or s.draft <> v.blocks as ahead,
      jsonb_array_length(s.draft) as steps,
      (select count(*) from jsonb_array_elements(s.draft) step where step->>'kind' = 'message') as messages,
      coalesce(k.campaigns, 0) as campaigns, coalesce(k.walking, 0) as walking, s.updated_at as "updatedAt", u.name as "updatedBy"
    from sequence s
    left join app_user u on u.id = coalesce(s.edited_by, s.created_by)
    left join lateral (
      select number, blocks from sequence_version v where v.workspace_id = s.workspace_id and v.sequence_id = s.id
      order by number desc limit 1) v on true
    left join (
      select k.sequence_id, count(distinct k.id) as campaigns, count(m.id) as walking
      from campaign k
      left join membership m on m.workspace_id = k.workspace_id and m.campaign_id = k.id and m.state in ('enrolled', 'walking')
      where k.workspace_id = ${workspaceId} group by 1) k on k.sequence_id = s.id
    where s.workspace_id = ${workspaceId} and (s.archived_at is not null) = ${archived}
    order by s.updated_at desc, s.id desc limit 200`,
  );
}

export async function archivedCount(em: Db, workspaceId: string): Promise<number> {
  const found = await rows<{ n: number }>(
    em,
    sql`select count(*) as n from sequence where workspace_id = ${workspaceId} and archived_at is not null`,
  );
  return found[0]?.n ?? 0;
}
