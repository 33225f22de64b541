import { Hono, type Context } from 'hono';
import { findStep } from '#domain/sequences/step.ts';
import { liveStepCounts } from '#db/sequences/step-counts.ts';
import type { AppEnv } from '#server/context.ts';
import { fragment, respond, wantsPartial } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { Partial } from '#web/kit/partial.tsx';
import { Canvas } from '#web/sequences/canvas.tsx';
import { Conflict } from '#web/sequences/conflict.tsx';
import { DesignerHead } from '#web/sequences/designer-head.tsx';
import { Designer, DesignerPage, DraftBasis } from '#web/sequences/designer-page.tsx';
import type { DesignerProps } from '#web/sequences/designer.ts';
import { StepCounts } from '#web/sequences/step-counts.tsx';
import { designerOf, draftOf, type View } from './load-designer.ts';

/** The designer as it stands: without a step, with one in the drawer, or with one being moved. */
export function designerRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sequences/:id', (c) => show(c, closedFrom(c)))
    .get('/sequences/:id/steps/:stepId', (c) => {
      const stepId = c.req.param('stepId');
      const focus = wantsPartial(c) ? ({ on: 'drawer', stepId } as const) : null;
      return show(c, { open: stepId, as: c.req.query('as'), focus });
    })
    .get('/sequences/:id/steps/:stepId/move', allow('sequence.write'), (c) =>
      show(c, { placing: c.req.param('stepId') }),
    )
    .get('/sequences/:id/news', (c) => news(c))
    .get('/sequences/:id/counts', (c) => counts(c));
}

async function show(c: Context<AppEnv>, view: View): Promise<Response> {
  const draft = await draftOf(c);
  const wanted = view.open ?? view.placing;
  if (!draft || (wanted && !findStep(draft.blocks, wanted))) return c.notFound();
  const sequence = await designerOf(c, draft, view);
  return respond(c, {
    full: () => <DesignerPage ui={c.var.ui} sequence={sequence} />,
    partial: () => <Designer ui={c.var.ui} sequence={sequence} />,
  });
}

/** Whoever closes a step finds the focus where they opened it. */
function closedFrom(c: Context<AppEnv>): View {
  const from = /\/steps\/([^/?#]+)/.exec(c.req.header('HX-Current-URL') ?? '')?.[1];
  return from && wantsPartial(c) ? { focus: { on: 'card', stepId: from } } : {};
}

/**
 * Somebody may have edited the draft or published it. A page without an open step takes it as it is;
 * one where somebody types only hears of it. Its own edits are on their way to it already.
 */
async function news(c: Context<AppEnv>): Promise<Response> {
  const draft = await draftOf(c);
  if (!draft) return c.notFound();
  const { revision, open = '', page = '' } = c.req.query();
  const sequence = await designerOf(c, draft, { open }, page);
  const isOwn = draft.editedIn === page || draft.revision === Number(revision);
  return fragment(
    c,
    <>
      <Partial target="#ver" swap="outerMorph">
        <DesignerHead ui={c.var.ui} sequence={sequence} />
      </Partial>
      {!isOwn && <Others c={c} sequence={sequence} draft={draft} open={open} />}
    </>,
  );
}

interface OthersProps {
  c: Context<AppEnv>;
  sequence: DesignerProps;
  draft: { editedBy: string | null; updatedAt: Date; revision: number };
  open: string;
}

const Others = ({ c, sequence, draft, open }: OthersProps) =>
  open === '' ? (
    <>
      <Partial target="#draft" swap="outerMorph">
        <DraftBasis sequence={sequence} />
      </Partial>
      <Partial target="#canvas" swap="outerMorph">
        <Canvas ui={c.var.ui} sequence={sequence} />
      </Partial>
    </>
  ) : (
    <Partial target="#conflict">
      <Conflict
        ui={c.var.ui}
        sequenceId={sequence.id}
        stepId={open}
        by={draft.editedBy}
        at={draft.updatedAt}
        revision={draft.revision}
        kind={findStep(sequence.blocks, open) ? 'changed' : 'gone'}
      />
    </Partial>
  );

async function counts(c: Context<AppEnv>): Promise<Response> {
  const draft = await draftOf(c);
  if (!draft) return c.notFound();
  const { workspaceId } = c.var.seat;
  const all = await liveStepCounts(c.var.em, { workspaceId, sequenceId: draft.id });
  const shown = all.filter(({ stepId }) => findStep(draft.blocks, stepId)?.kind === 'message');
  return fragment(c, <StepCounts ui={c.var.ui} sequenceId={draft.id} counts={shown} />);
}
