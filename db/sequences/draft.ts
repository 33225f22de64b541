import type { Draft, Undoing } from '#domain/sequences/edit-log.ts';
import { parseBlocks } from '#domain/sequences/parse-step.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** A sequence as it is being written. Instants are of the workspace's clock. */
export interface SequenceDraft extends Draft {
  id: string;
  name: string;
  revision: number;
  /** The page that has edited it since revision `editedFrom`, with nobody between. */
  editedIn: string | null;
  editedFrom: number;
  editedBy: string | null;
  updatedAt: Date;
  archivedAt: Date | null;
}

type Row = Omit<SequenceDraft, 'blocks' | 'log'> & {
  draft: unknown;
  undo: Undoing[];
  redo: Undoing[];
};

export async function sequenceDraft(
  em: Db,
  { workspaceId, sequenceId }: { workspaceId: string; sequenceId: string },
  lock: 'locked' | 'unlocked' = 'unlocked',
): Promise<SequenceDraft | undefined> {
  const row = await firstRow<Row>(
    em,
    sql`select s.id, s.name, s.draft, s.undo, s.redo, s.revision, s.edited_in as "editedIn", s.edited_from as "editedFrom",
      (select u.name from app_user u where u.id = coalesce(s.edited_by, s.created_by)) as "editedBy",
      s.updated_at as "updatedAt", s.archived_at as "archivedAt"
    from sequence s where s.workspace_id = ${workspaceId} and s.id = ${sequenceId}
    ${lock === 'locked' ? sql`for no key update of s` : sql``}`,
  );
  if (!row) return undefined;
  const { draft, undo, redo, ...rest } = row;
  return { ...rest, blocks: blocksOf(draft), log: { undo, redo } };
}

/** Steps as they were stored. @throws where they are none, which no edit and no import can bring about */
export function blocksOf(stored: unknown): readonly Block[] {
  const blocks = parseBlocks(stored);
  if (!blocks) throw new Error('The stored steps cannot be read.');
  return blocks;
}
