import type { Context } from 'hono';
import { v7, validate as isUuid } from 'uuid';

import { sequenceDraft, type SequenceDraft } from '#db/sequences/draft.ts';
import { latestVersion, versionList } from '#db/sequences/versions.ts';
import { may } from '#domain/access/permissions.ts';
import { findStep, messageText, type StepId } from '#domain/sequences/step.ts';
import { validate } from '#domain/sequences/validate.ts';
import type { AppEnv } from '#server/context.ts';
import type { DesignerProps, StepFocus } from '#web/sequences/designer.ts';
import { knownFields } from './known-fields.ts';
import { previewOf } from './preview-of.ts';

export interface View {
  open?: StepId | null;
  placing?: StepId | null;
  focus?: StepFocus | null;
  /** As whom the text is read; without one, somebody with gaps. */
  as?: string | undefined;
}

/** The sequence that the address names, of this workspace. */
export async function draftOf(c: Context<AppEnv>): Promise<SequenceDraft | undefined> {
  const sequenceId = c.req.param('id') ?? '';
  if (!isUuid(sequenceId)) return undefined;
  return sequenceDraft(c.var.em, { workspaceId: c.var.seat.workspaceId, sequenceId });
}

/** Everything that the designer shows of a draft. A step that is not there is not open. */
export async function designerOf(
  c: Context<AppEnv>,
  draft: SequenceDraft,
  view: View = {},
  page: string = v7(),
): Promise<DesignerProps> {
  const { em, seat } = c.var;
  const of = { workspaceId: seat.workspaceId, sequenceId: draft.id };
  const customFields = await knownFields(em, seat.workspaceId);
  const latest = await latestVersion(em, of);
  const there = (id: StepId | null | undefined) => (id ? findStep(draft.blocks, id) : undefined);
  const open = there(view.open);
  return {
    id: draft.id,
    name: draft.name,
    revision: draft.revision,
    page,
    blocks: draft.blocks,
    issues: validate(draft.blocks, { customFields }),
    canUndo: draft.log.undo.length > 0,
    canRedo: draft.log.redo.length > 0,
    savedAt: draft.updatedAt,
    versions: await versionList(em, of),
    nothingNew: latest !== undefined && sameSteps(latest.blocks, draft.blocks),
    archived: draft.archivedAt !== null,
    mayWrite: may(seat.role, 'sequence.write'),
    open: open?.id ?? null,
    placing: there(view.placing)?.id ?? null,
    focus: view.focus ?? null,
    customFields,
    preview:
      open?.kind === 'message'
        ? await previewOf(c, {
            sequenceId: draft.id,
            stepId: open.id,
            text: messageText(open),
            as: view.as,
          })
        : null,
  };
}

const sameSteps = (a: DesignerProps['blocks'], b: DesignerProps['blocks']): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
