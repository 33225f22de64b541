import type { Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';
import { blocksOf } from './draft.ts';

interface Of {
  workspaceId: string;
  sequenceId: string;
}

export interface VersionSummary {
  id: string;
  number: number;
  note: string;
  publishedAt: Date;
  publishedBy: string | null;
  /** People who walk it now. */
  walking: number;
  campaigns: { id: string; name: string; state: string }[];
}

/** The published versions, the latest first, with who walks them. */
export async function versionList(
  em: Db,
  { workspaceId, sequenceId }: Of,
): Promise<VersionSummary[]> {
  return rows<VersionSummary>(
    em,
    sql`select v.id, v.number, v.note, v.published_at as "publishedAt", u.name as "publishedBy", coalesce(k.walking, 0) as walking,
      coalesce(k.campaigns, '[]') as campaigns
    from sequence_version v
    left join app_user u on u.id = v.published_by
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'state', k.state) order by k.id desc) as campaigns, sum(m.walking)::int as walking
      from campaign k cross join lateral (
        select count(*) as walking from membership m
        where m.workspace_id = k.workspace_id and m.campaign_id = k.id and m.state in ('enrolled', 'walking')) m
      where k.workspace_id = v.workspace_id and k.version_id = v.id) k on true
    where v.workspace_id = ${workspaceId} and v.sequence_id = ${sequenceId}
    order by v.number desc limit 200`,
  );
}

export interface Version {
  id: string;
  number: number;
  blocks: readonly Block[];
}

/** One version with its steps. */
export async function versionOf(
  em: Db,
  { workspaceId, sequenceId }: Of,
  number: number,
): Promise<Version | undefined> {
  const row = await firstRow<Version>(
    em,
    sql`select id, number, blocks from sequence_version
    where workspace_id = ${workspaceId} and sequence_id = ${sequenceId} and number = ${number}`,
  );
  return row && { ...row, blocks: blocksOf(row.blocks) };
}

export async function latestVersion(
  em: Db,
  { workspaceId, sequenceId }: Of,
): Promise<Version | undefined> {
  const row = await firstRow<Version>(
    em,
    sql`select id, number, blocks from sequence_version
    where workspace_id = ${workspaceId} and sequence_id = ${sequenceId} order by number desc limit 1`,
  );
  return row && { ...row, blocks: blocksOf(row.blocks) };
}
