import { emptyLog } from '#domain/sequences/edit-log.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { jsonb, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface SequenceOrder {
  workspaceId: string;
  userId: string;
  orderId: string;
}

/**
 * A new sequence. The id of the order is that of the sequence, so that a double click makes one.
 * @param blocks steps of another one to begin with
 */
export async function createSequence(
  em: Db,
  order: SequenceOrder & { name: string; blocks?: readonly Block[] },
): Promise<string> {
  const { workspaceId, userId, orderId, name, blocks = [] } = order;
  await record(em, order, 'sequence.create', orderId);
  await run(
    em,
    sql`insert into sequence (id, workspace_id, name, draft, undo, redo, created_by, created_at, updated_at)
    values (${orderId}, ${workspaceId}, ${name}, ${jsonb(blocks)}, ${jsonb(emptyLog.undo)}, ${jsonb(emptyLog.redo)}, ${userId},
      workspace_now(${workspaceId}), workspace_now(${workspaceId}))
    on conflict (id) do nothing`,
  );
  await tellUi(em, { workspaceId, topic: 'sequence', refId: orderId, kind: 'created' });
  return orderId;
}

/** @returns false where there is no such sequence */
export async function renameSequence(
  em: Db,
  order: SequenceOrder & { sequenceId: string; name: string },
): Promise<boolean> {
  return change(em, order, 'rename', sql`name = ${order.name}`);
}

/** An archived sequence is offered nowhere and cannot be edited; whoever walks one of its versions walks on. */
export async function archiveSequence(
  em: Db,
  order: SequenceOrder & { sequenceId: string },
): Promise<boolean> {
  return change(
    em,
    order,
    'archive',
    sql`archived_at = coalesce(archived_at, workspace_now(workspace_id))`,
  );
}

export async function restoreSequence(
  em: Db,
  order: SequenceOrder & { sequenceId: string },
): Promise<boolean> {
  return change(em, order, 'unarchive', sql`archived_at = null`);
}

async function change(
  em: Db,
  order: SequenceOrder & { sequenceId: string },
  kind: string,
  set: ReturnType<typeof sql>,
): Promise<boolean> {
  const { workspaceId, sequenceId } = order;
  const changed = await run(
    em,
    sql`update sequence set ${set} where workspace_id = ${workspaceId} and id = ${sequenceId}`,
  );
  if (changed === 0) return false;
  await record(em, order, `sequence.${kind}`, sequenceId);
  await tellUi(em, { workspaceId, topic: 'sequence', refId: sequenceId, kind });
  return true;
}

async function record(
  em: Db,
  { workspaceId, userId, orderId }: SequenceOrder,
  kind: string,
  subjectId: string,
): Promise<boolean> {
  return recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind,
    subjectType: 'sequence',
    subjectId,
  });
}
