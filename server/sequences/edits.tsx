import { Hono, type Context } from 'hono';
import { v7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { SequenceDraft } from '#db/sequences/draft.ts';
import { editDraft, type EditOutcome } from '#db/sequences/edit-draft.ts';
import { recordOrder } from '#db/orders.ts';
import type { Command } from '#domain/sequences/edit.ts';
import { edited, redone, undone, type Draft, type DraftEdit } from '#domain/sequences/edit-log.ts';
import { findStep, type Block } from '#domain/sequences/step.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { trigger } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { paths } from '#web/paths.ts';
import { stepTitle } from '#web/sequences/step-title.ts';
import { designerAnswer, staleAnswer } from './answers.tsx';
import { draftOf, type View } from './load-designer.ts';
import { saveStep } from './save-step.tsx';
import { newStep, stepIdOf } from './step-form.ts';

const kinds = ['message', 'wait', 'wait-until', 'exit'] as const satisfies readonly Block['kind'][];
const basisShape = { revision: z.coerce.number().int(), page: z.string().max(60) };

const insertSchema = z.object({
  ...basisShape,
  order: z.uuid(),
  kind: z.enum(kinds),
  after: z.string().max(60),
});
const moveSchema = z.object({
  ...basisShape,
  after: z.string().max(60),
  open: z.string().optional(),
});
const copySchema = z.object({ ...basisShape, order: z.uuid().optional() });
const wholeSchema = z.object({ ...basisShape, order: z.uuid(), open: z.string().optional() });
const removeSchema = z.object(basisShape);

type Basis = { revision: number; page: string };
type Change = (draft: Draft, at: number) => DraftEdit;

/** What an editor does to the steps. Each answers with the designer as it stands then. */
export function editRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use('/sequences/:id/*', (c, next) => (c.req.method === 'GET' ? next() : mayEdit(c, next)))
    .post('/sequences/:id/steps', (c) => insert(c, deps))
    .post('/sequences/:id/steps/:stepId', (c) => saveStep(c, deps))
    .delete('/sequences/:id/steps/:stepId', (c) => remove(c, deps))
    .post('/sequences/:id/steps/:stepId/move', (c) => move(c, deps))
    .post('/sequences/:id/steps/:stepId/copies', (c) => duplicate(c, deps))
    .post('/sequences/:id/undo', (c) => goBack(c, deps, 'undo'))
    .post('/sequences/:id/redo', (c) => goBack(c, deps, 'redo'));
}

const mayEdit = allow('sequence.write');

async function insert(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const posted = await parseForm(c, insertSchema);
  if (!posted.ok) return notUnderstood(c);
  const { kind, after, order } = posted.value;
  const words = { exit: c.var.ui.t.sequences.designer.exitDefault };
  const step = newStep(kind, order, words);
  const outcome = await give(c, deps, posted.value, {
    kind: 'insert',
    step,
    after: after || null,
  });
  const view: View = { open: step.id, focus: { on: 'field', stepId: step.id } };
  return answer(c, outcome, posted.value, view, (draft) =>
    c.var.ui.t.sequences.designer.inserted(titleOf(c, draft, step.id), placeOf(draft, step.id)),
  );
}

async function move(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const posted = await parseForm(c, moveSchema);
  if (!posted.ok) return notUnderstood(c);
  const stepId = c.req.param('stepId') ?? '';
  const { after, open } = posted.value;
  const outcome = await give(c, deps, posted.value, { kind: 'move', stepId, after: after || null });
  const view: View = { open: open ?? null, focus: { on: 'card', stepId } };
  return answer(c, outcome, posted.value, view, (draft) =>
    c.var.ui.t.sequences.designer.moved(
      titleOf(c, draft, stepId),
      placeOf(draft, stepId),
      draft.blocks.length,
    ),
  );
}

async function duplicate(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const posted = await parseForm(c, copySchema);
  if (!posted.ok) return notUnderstood(c);
  const stepId = c.req.param('stepId') ?? '';
  const newId = stepIdOf(posted.value.order ?? v7());
  const outcome = await give(c, deps, posted.value, { kind: 'duplicate', stepId, newId });
  const view: View = { focus: { on: 'card', stepId: newId } };
  return answer(c, outcome, posted.value, view, (draft) =>
    c.var.ui.t.sequences.designer.inserted(titleOf(c, draft, newId), placeOf(draft, newId)),
  );
}

/** Asked for by DELETE, whose values stand in the address. */
async function remove(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const read = removeSchema.safeParse(c.req.query());
  if (!read.success) return notUnderstood(c);
  const stepId = c.req.param('stepId') ?? '';
  const before = await draftOf(c);
  const outcome = await give(c, deps, read.data, { kind: 'remove', stepId });
  const at = before ? placeOf(before, stepId) : 0;
  const next = before?.blocks[at] ?? before?.blocks[at - 2];
  const view: View = next ? { focus: { on: 'card', stepId: next.id } } : {};
  return answer(c, outcome, read.data, view, () =>
    c.var.ui.t.sequences.designer.removed(before ? titleOf(c, before, stepId) : ''),
  );
}

async function goBack(c: Context<AppEnv>, deps: AppDeps, way: 'undo' | 'redo'): Promise<Response> {
  const posted = await parseForm(c, wholeSchema);
  if (!posted.ok) return notUnderstood(c);
  const { order, open } = posted.value;
  const outcome = await edit(c, deps, posted.value, way === 'undo' ? undone : redone, {
    id: order,
    kind: `sequence.${way}`,
  });
  const said = c.var.ui.t.sequences.designer;
  const view: View = { open: open ?? null };
  return answer(c, outcome, posted.value, view, () => (way === 'undo' ? said.undone : said.redone));
}

const give = (c: Context<AppEnv>, deps: AppDeps, basis: Basis, command: Command) =>
  edit(c, deps, basis, (draft, at) => edited(draft, [command], at));

/** An undo is an order, because nothing in it says which edit it undoes; a repetition changes nothing. */
async function edit(
  c: Context<AppEnv>,
  { database }: AppDeps,
  { revision, page }: Basis,
  change: Change,
  order?: { id: string; kind: string },
): Promise<EditOutcome> {
  const sequenceId = c.req.param('id') ?? '';
  if (!isUuid(sequenceId)) return { kind: 'not-found' };
  const { workspaceId, userId } = c.var.seat;
  const input = { workspaceId, userId, sequenceId, basis: { revision, page } };
  return database.transaction(async (em) => {
    const about = { subjectType: 'sequence', subjectId: sequenceId, workspaceId, userId };
    const isNew = order ? await recordOrder(em, { ...about, ...order }) : true;
    return editDraft(em, input, isNew ? change : () => ({ kind: 'same' }));
  });
}

async function answer(
  c: Context<AppEnv>,
  outcome: EditOutcome,
  { page }: Basis,
  view: View,
  say: (draft: SequenceDraft) => string,
): Promise<Response> {
  switch (outcome.kind) {
    case 'not-found':
      return c.notFound();
    case 'archived':
      return conflict(c, c.var.ui.t.sequences.archivedNote);
    case 'stale':
      return staleAnswer(c, outcome.draft, page, c.var.ui.t.sequences.designer.staleEdit);
    case 'refused':
      // What came twice is there already; everything else is not where it was.
      if (outcome.code === 'id-taken') return designerAnswer(c, outcome.draft, page, view);
      return staleAnswer(c, outcome.draft, page, c.var.ui.t.sequences.designer.refused);
    case 'edited':
    case 'same':
      trigger(c, { announce: say(outcome.draft) });
      c.header('HX-Push-Url', addressOf(outcome.draft, view));
      return designerAnswer(c, outcome.draft, page, view);
  }
}

/** A step that is gone has no address; the designer itself has. */
const addressOf = ({ id, blocks }: SequenceDraft, { open }: View): string =>
  open && findStep(blocks, open) ? paths.step(id, open) : paths.sequence(id);

function titleOf(c: Context<AppEnv>, { blocks }: SequenceDraft, stepId: string): string {
  const step = findStep(blocks, stepId);
  return step ? stepTitle(c.var.ui, blocks, step) : '';
}

const placeOf = ({ blocks }: SequenceDraft, stepId: string): number =>
  blocks.findIndex(({ id }) => id === stepId) + 1;

const notUnderstood = (c: Context<AppEnv>) => conflict(c, c.var.ui.t.errors.notUnderstood);
