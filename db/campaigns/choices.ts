import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** A published version that a campaign may send. */
export interface VersionChoice {
  id: string;
  sequence: string;
  number: number;
}

/** Published versions, by sequence, the newest of each first. */
export async function publishedVersions(em: Db, workspaceId: string): Promise<VersionChoice[]> {
  return rows<VersionChoice>(
    em,
    sql`select v.id, s.name as sequence, v.number from sequence_version v
    join sequence s on s.workspace_id = v.workspace_id and s.id = v.sequence_id
    where v.workspace_id = ${workspaceId} and s.archived_at is null
    order by s.name, s.id, v.number desc limit 200`,
  );
}

export interface SenderChoice {
  id: string;
  value: string;
  name: string;
  active: boolean;
}

export async function senderChoices(em: Db, workspaceId: string): Promise<SenderChoice[]> {
  return rows<SenderChoice>(
    em,
    sql`select id, value, name, state = 'active' as active from sender where workspace_id = ${workspaceId}
    order by priority desc, value`,
  );
}
