import type { Db } from '#db/orm.ts';
import { firstRow, sql } from '#db/sql.ts';
import type { SendRow } from '#db/sending/send-facts.ts';
import { findStep, messageText, type Block } from '#domain/sequences/step.ts';

const mostVersions = 200;
const versions = new Map<string, readonly Block[]>();

/** The steps of a published version. It never changes, so a process reads it once. */
export async function versionBlocks(em: Db, versionId: string): Promise<readonly Block[]> {
  const known = versions.get(versionId);
  if (known) return known;
  const row = await firstRow<{ blocks: Block[] }>(
    em,
    sql`select blocks from sequence_version where id = ${versionId}`,
  );
  if (!row) throw new Error('A walk needs its version.');
  const oldest = versions.keys().next();
  if (versions.size >= mostVersions && !oldest.done) versions.delete(oldest.value);
  versions.set(versionId, row.blocks);
  return row.blocks;
}

/** The text of the step that a send is of; null where its text is settled already. */
export async function stepText(em: Db, { send, membership }: SendRow): Promise<string | null> {
  if (!membership || !send.stepId) return null;
  const step = findStep(await versionBlocks(em, membership.versionId), send.stepId);
  if (step?.kind !== 'message') throw new Error('A send needs a message step of its version.');
  return messageText(step);
}
