import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { firstRow, jsonb, run, sql } from '../sql.ts';

/** A sequence with its first version published. */
export async function addSequence(
  em: Db,
  sequence: { workspaceId: string; by: string; name: string; blocks: readonly Block[] },
): Promise<{ sequenceId: string; versionId: string }> {
  const { workspaceId, by, name } = sequence;
  const blocks = jsonb(sequence.blocks);
  const made = await firstRow<{ sequenceId: string; versionId: string }>(
    em,
    sql`with made as (
        insert into sequence (workspace_id, name, draft, created_by) values (${workspaceId}, ${name}, ${blocks}, ${by})
        returning id
      )
      insert into sequence_version (workspace_id, sequence_id, number, blocks, note, published_by)
      select ${workspaceId}::uuid, made.id, 1, ${blocks}, 'First version', ${by}::uuid from made
      returning sequence_id as "sequenceId", id as "versionId"`,
  );
  if (!made) throw new Error('The sequence was not made.');
  return made;
}

/** A campaign as a draft, ready to be reviewed. */
export async function addCampaign(
  em: Db,
  campaign: {
    workspaceId: string;
    by: string;
    name: string;
    sequenceId: string;
    versionId: string;
    tags: readonly string[];
    window: CampaignWindow;
    dailyLimit?: number;
  },
): Promise<string> {
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into campaign (workspace_id, name, sequence_id, version_id, audience, send_window, daily_limit, created_by)
      values (${campaign.workspaceId}, ${campaign.name}, ${campaign.sequenceId}, ${campaign.versionId},
        ${{ tags: { any: campaign.tags } }}, ${campaign.window}, ${campaign.dailyLimit ?? 125}, ${campaign.by})
      returning id`,
  );
  if (!made) throw new Error('The campaign was not made.');
  return made.id;
}

/** Writes a campaign as launched, with one person on the way: for tests that need no engine. */
export async function launchBare(
  em: Db,
  {
    workspaceId,
    campaignId,
    contactId,
    addressId,
    versionId,
    stepId,
  }: {
    workspaceId: string;
    campaignId: string;
    contactId: string;
    addressId: string;
    versionId: string;
    stepId: string;
  },
): Promise<string> {
  await run(
    em,
    sql`update campaign set state = 'running', launched_at = workspace_now(workspace_id)
      where workspace_id = ${workspaceId} and id = ${campaignId}`,
  );
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into membership (workspace_id, campaign_id, contact_id, address_id, version_id, state, step_id, awaits,
        due_at, started_at)
      values (${workspaceId}, ${campaignId}, ${contactId}, ${addressId}, ${versionId}, 'walking', ${stepId}, 'due',
        workspace_now(${workspaceId}) + interval '3 days', workspace_now(${workspaceId}))
      returning id`,
  );
  if (!made) throw new Error('The membership was not made.');
  return made.id;
}
