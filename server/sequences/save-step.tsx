import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { SequenceDraft } from '#db/sequences/draft.ts';
import { editDraft } from '#db/sequences/edit-draft.ts';
import { typed, type Draft, type DraftEdit } from '#domain/sequences/edit-log.ts';
import { findStep } from '#domain/sequences/step.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment } from '#server/http/respond.tsx';
import { Partial } from '#web/kit/partial.tsx';
import { Canvas } from '#web/sequences/canvas.tsx';
import { Conflict } from '#web/sequences/conflict.tsx';
import { DesignerHead } from '#web/sequences/designer-head.tsx';
import { DraftBasis } from '#web/sequences/designer-page.tsx';
import type { DesignerProps } from '#web/sequences/designer.ts';
import { OwnIssues } from '#web/sequences/drawer.tsx';
import { Preview } from '#web/sequences/preview.tsx';
import { stepTitle } from '#web/sequences/step-title.ts';
import { TextSize } from '#web/sequences/text-size.tsx';
import { Example } from '#web/sequences/wait-fields.tsx';
import { designerOf } from './load-designer.ts';
import { stepOf, stepSchema } from './step-form.ts';

const schema = stepSchema.extend({
  revision: z.coerce.number().int(),
  page: z.string().max(60),
  as: z.string().optional(),
});

/**
 * Saves what is typed in the drawer. The answer changes everything around the fields and leaves the
 * fields alone, because somebody goes on typing there.
 */
export async function saveStep(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const [sequenceId, stepId] = [c.req.param('id') ?? '', c.req.param('stepId') ?? ''];
  if (!isUuid(sequenceId)) return c.notFound();
  const posted = await parseForm(c, schema);
  if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
  const { revision, page, as, ...form } = posted.value;
  const { workspaceId, userId } = c.var.seat;
  const change = (draft: Draft, at: number): DraftEdit => {
    const step = findStep(draft.blocks, stepId);
    if (!step) return { kind: 'refused', code: 'no-such-step' };
    return typed(draft, stepOf(step, form), at);
  };
  const outcome = await database.transaction((em) =>
    editDraft(em, { workspaceId, userId, sequenceId, basis: { revision, page } }, change),
  );
  switch (outcome.kind) {
    case 'not-found':
      return c.notFound();
    case 'archived':
      return conflict(c, c.var.ui.t.sequences.archivedNote);
    case 'stale':
    case 'refused':
      return notSaved(c, outcome.draft, stepId);
    case 'edited':
    case 'same': {
      const sequence = await designerOf(c, outcome.draft, { open: stepId, as }, page);
      return fragment(c, <Saved c={c} sequence={sequence} stepId={stepId} />);
    }
  }
}

function notSaved(c: Context<AppEnv>, draft: SequenceDraft, stepId: string): Promise<Response> {
  const said = (
    <Conflict
      ui={c.var.ui}
      sequenceId={draft.id}
      stepId={stepId}
      by={draft.editedBy}
      at={draft.updatedAt}
      revision={draft.revision}
      kind={findStep(draft.blocks, stepId) ? 'unsaved' : 'gone'}
    />
  );
  return fragment(c, said, 409);
}

interface SavedProps {
  c: Context<AppEnv>;
  sequence: DesignerProps;
  stepId: string;
}

const Saved = ({ c, sequence, stepId }: SavedProps) => {
  const { ui } = c.var;
  const step = findStep(sequence.blocks, stepId);
  if (!step) return null;
  const { preview, blocks } = sequence;
  return (
    <>
      <Canvas ui={ui} sequence={sequence} />
      <Partial target="#draft" swap="outerMorph">
        <DraftBasis sequence={sequence} />
      </Partial>
      <Partial target="#ver" swap="outerMorph">
        <DesignerHead ui={ui} sequence={sequence} />
      </Partial>
      <Partial target="#drawer-title">{stepTitle(ui, blocks, step)}</Partial>
      <Partial target="#saved">{ui.t.sequences.designer.saved(sequence.savedAt)}</Partial>
      <Partial target="#own-issues" swap="outerMorph">
        <OwnIssues ui={ui} sequence={sequence} step={step} />
      </Partial>
      <Partial target="#conflict">{''}</Partial>
      {preview && (
        <>
          <Partial target="#preview" swap="outerMorph">
            <Preview ui={ui} preview={preview} />
          </Partial>
          <Partial target="#text-size" swap="outerMorph">
            <TextSize ui={ui} rendered={preview.rendered} />
          </Partial>
        </>
      )}
      {(step.kind === 'wait' || step.kind === 'wait-until') && (
        <Partial target="#example" swap="outerMorph">
          <Example ui={ui} step={step} />
        </Partial>
      )}
    </>
  );
};
