import type { Issue } from '#domain/sequences/issue.ts';
import { canPublish, validate } from '#domain/sequences/validate.ts';
import { customKeys } from '../contacts/custom-keys.ts';
import type { Db } from '../orm.ts';
import { orderResult, recordOrder, recordOrderResult } from '../orders.ts';
import { firstRow, jsonb, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { sequenceDraft, type SequenceDraft } from './draft.ts';
import { isUpToDate, type DraftInput } from './edit-draft.ts';
import { latestVersion } from './versions.ts';

export type PublishOutcome =
  | { kind: 'published'; number: number }
  | { kind: 'refused'; issues: readonly Issue[] }
  /** The draft says the same as the latest version. */
  | { kind: 'nothing-new'; number: number }
  | { kind: 'stale' }
  | { kind: 'archived' }
  | { kind: 'not-found' };

/**
 * Makes the draft the next version, which nothing changes any more. Refused while there is an error in it;
 * what is published is what the page showed.
 */
export async function publish(
  em: Db,
  input: DraftInput & { orderId: string; note: string },
): Promise<PublishOutcome> {
  const { workspaceId, orderId } = input;
  const given = await orderResult<{ number: number }>(em, workspaceId, orderId);
  if (given) return { kind: 'published', number: given.number };
  const draft = await sequenceDraft(em, input, 'locked');
  if (!draft) return { kind: 'not-found' };
  if (draft.archivedAt) return { kind: 'archived' };
  if (!isUpToDate(draft, input.basis)) return { kind: 'stale' };
  const issues = validate(draft.blocks, { customFields: await customKeys(em, workspaceId) });
  if (!canPublish(issues)) return { kind: 'refused', issues };
  const latest = await latestVersion(em, input);
  if (latest && JSON.stringify(latest.blocks) === JSON.stringify(draft.blocks)) {
    return { kind: 'nothing-new', number: latest.number };
  }
  return { kind: 'published', number: await write(em, input, draft) };
}

async function write(
  em: Db,
  input: DraftInput & { orderId: string; note: string },
  { id, blocks }: SequenceDraft,
): Promise<number> {
  const { workspaceId, userId, orderId, note } = input;
  const about = { kind: 'sequence.publish', subjectType: 'sequence', subjectId: id };
  await recordOrder(em, { id: orderId, workspaceId, userId, ...about });
  const made = await firstRow<{ number: number }>(
    em,
    sql`insert into sequence_version (workspace_id, sequence_id, number, blocks, note, published_by, published_at)
    select ${workspaceId}::uuid, ${id}::uuid, coalesce(max(number), 0) + 1, ${jsonb(blocks)}, ${note}, ${userId}::uuid, workspace_now(${workspaceId})
    from sequence_version where workspace_id = ${workspaceId} and sequence_id = ${id}
    returning number`,
  );
  if (!made) throw new Error('The version was not made.');
  await recordOrderResult(em, orderId, { number: made.number });
  await tellUi(em, { workspaceId, topic: 'sequence', refId: id, kind: 'published' });
  return made.number;
}
