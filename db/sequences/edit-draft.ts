import type { Draft, DraftEdit } from '#domain/sequences/edit-log.ts';
import type { Refused } from '#domain/sequences/edit.ts';
import { workspaceNow } from '../clock.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { sequenceDraft, type SequenceDraft } from './draft.ts';

/** What an edit is based on: the revision that its page showed, and which open page that is. */
export interface Basis {
  revision: number;
  page: string;
}

export interface DraftInput {
  workspaceId: string;
  userId: string;
  sequenceId: string;
  basis: Basis;
}

/** `stale`: somebody else has edited it meanwhile, and nothing was changed. */
export type EditOutcome =
  | { kind: 'edited'; draft: SequenceDraft }
  | { kind: 'same'; draft: SequenceDraft }
  | { kind: 'stale'; draft: SequenceDraft }
  | { kind: 'refused'; code: Refused; draft: SequenceDraft }
  | { kind: 'archived' }
  | { kind: 'not-found' };

/**
 * Changes a draft: `change` is one of `edited`, `undone` or `redone` of domain/sequences/edit-log.ts.
 * Steps bear the ids that the page gave them, so that a command which comes twice is one edit; that is
 * why edits, which come with every word, are no orders.
 */
export async function editDraft(
  em: Db,
  input: DraftInput,
  change: (draft: Draft, at: number) => DraftEdit,
): Promise<EditOutcome> {
  const draft = await sequenceDraft(em, input, 'locked');
  if (!draft) return { kind: 'not-found' };
  if (draft.archivedAt) return { kind: 'archived' };
  if (!isUpToDate(draft, input.basis)) return { kind: 'stale', draft };
  const now = await workspaceNow(em, input.workspaceId);
  const changed = change(draft, now.getTime());
  switch (changed.kind) {
    case 'same':
      return { kind: 'same', draft };
    case 'refused':
      return { kind: 'refused', code: changed.code, draft };
    case 'edited':
      await save(em, input, draft, changed.draft);
      return { kind: 'edited', draft: await reread(em, input) };
  }
}

/** A page may send its next edit before it has heard of the last; only what others did makes it stale. */
export function isUpToDate(
  { revision, editedIn, editedFrom }: SequenceDraft,
  basis: Basis,
): boolean {
  if (basis.revision === revision) return true;
  return basis.page === editedIn && basis.revision >= editedFrom;
}

async function save(
  em: Db,
  { workspaceId, userId, sequenceId, basis }: DraftInput,
  { revision }: SequenceDraft,
  { blocks, log }: Draft,
): Promise<void> {
  await run(
    em,
    sql`update sequence set draft = ${jsonb(blocks)}, undo = ${jsonb(log.undo)}, redo = ${jsonb(log.redo)}, revision = revision + 1,
      edited_from = case when edited_in = ${basis.page} then edited_from else ${revision} end, edited_in = ${basis.page},
      edited_by = ${userId}, updated_at = workspace_now(workspace_id)
    where workspace_id = ${workspaceId} and id = ${sequenceId}`,
  );
  await tellUi(em, { workspaceId, topic: 'sequence', refId: sequenceId, kind: 'edited' });
}

async function reread(em: Db, input: DraftInput): Promise<SequenceDraft> {
  const draft = await sequenceDraft(em, input);
  if (!draft) throw new Error('The sequence that was just saved is gone.');
  return draft;
}
