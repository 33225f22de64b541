import { Hono, type Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { recordOrder } from '#db/orders.ts';
import { sequenceDraft, type SequenceDraft } from '#db/sequences/draft.ts';
import { editDraft } from '#db/sequences/edit-draft.ts';
import { publish, type PublishOutcome } from '#db/sequences/publish.ts';
import { latestVersion, versionList, versionOf } from '#db/sequences/versions.ts';
import { may } from '#domain/access/permissions.ts';
import { edited } from '#domain/sequences/edit-log.ts';
import { towards } from '#domain/sequences/towards.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond, trigger } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { Partial } from '#web/kit/partial.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import { paths } from '#web/paths.ts';
import { DesignerHead } from '#web/sequences/designer-head.tsx';
import { Canvas } from '#web/sequences/canvas.tsx';
import { PublishDialog } from '#web/sequences/publish-dialog.tsx';
import { VersionPage } from '#web/sequences/version-page.tsx';
import { designerOf, draftOf } from './load-designer.ts';

const publishSchema = z.object({
  order: z.uuid(),
  note: z.string().trim().max(300).catch(''),
  revision: z.coerce.number().int(),
  page: z.string().max(60).catch(''),
  open: z.string().catch(''),
});
const restoreSchema = z.object({ order: z.uuid(), revision: z.coerce.number().int() });

/** What is published, what changed from one version to the next, and bringing one back. */
export function versionRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/sequences/:id/changes', async (c) => {
      const draft = await draftOf(c);
      return draft ? versionPage(c, draft, null) : c.notFound();
    })
    .get('/sequences/:id/versions/new', allow('sequence.write'), async (c) => {
      const draft = await draftOf(c);
      return draft ? dialog(c, draft) : c.notFound();
    })
    .post('/sequences/:id/versions', allow('sequence.write'), (c) => publishDraft(c, deps))
    .get('/sequences/:id/versions/:number', async (c) => {
      const draft = await draftOf(c);
      const number = Number(c.req.param('number'));
      if (!draft || !isVersionNumber(number)) return c.notFound();
      return versionPage(c, draft, number);
    })
    .post('/sequences/:id/versions/:number/restore', allow('sequence.write'), (c) =>
      restore(c, deps),
    );
}

const isVersionNumber = (number: number): boolean =>
  Number.isInteger(number) && number > 0 && number < 1_000_000;

const ofDraft = (c: Context<AppEnv>, { id }: SequenceDraft) => ({
  workspaceId: c.var.seat.workspaceId,
  sequenceId: id,
});

async function versionPage(
  c: Context<AppEnv>,
  draft: SequenceDraft,
  number: number | null,
): Promise<Response> {
  const { em, seat, ui } = c.var;
  const of = ofDraft(c, draft);
  const versions = await versionList(em, of);
  const shown = number === null ? draft : await versionOf(em, of, number);
  if (!shown) return c.notFound();
  const earlier = number === null ? versions[0]?.number : number - 1;
  const before = earlier ? await versionOf(em, of, earlier) : undefined;
  const version = {
    sequence: { id: draft.id, name: draft.name, revision: draft.revision },
    number,
    blocks: shown.blocks,
    before: before ?? null,
    versions,
    mayRestore: may(seat.role, 'sequence.write') && draft.archivedAt === null,
  };
  return respond(c, { full: <VersionPage ui={ui} version={version} /> });
}

async function dialog(
  c: Context<AppEnv>,
  draft: SequenceDraft,
  problem?: string,
): Promise<Response> {
  const sequence = await designerOf(c, draft);
  const latest = (await latestVersion(c.var.em, ofDraft(c, draft))) ?? null;
  const said = problem ? { problem } : {};
  return fragment(
    c,
    <PublishDialog ui={c.var.ui} sequence={sequence} latest={latest} {...said} />,
    problem ? 422 : 200,
  );
}

async function publishDraft(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const sequenceId = c.req.param('id') ?? '';
  if (!isUuid(sequenceId)) return c.notFound();
  const posted = await parseForm(c, publishSchema);
  if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
  const { order: orderId, note, revision, page, open } = posted.value;
  const { workspaceId, userId } = c.var.seat;
  const outcome = await database.transaction((em) =>
    publish(em, { workspaceId, userId, sequenceId, orderId, note, basis: { revision, page } }),
  );
  if (outcome.kind === 'not-found') return c.notFound();
  const draft = await sequenceDraft(c.var.em.fork(), { workspaceId, sequenceId });
  if (!draft) return c.notFound();
  if (outcome.kind !== 'published') return dialog(c, draft, whyNot(c, outcome));
  if (c.req.header('HX-Request') !== 'true') return moveTo(c, paths.sequence(sequenceId));
  return publishedAnswer(c, draft, { number: outcome.number, open, page });
}

function whyNot(
  c: Context<AppEnv>,
  outcome: Exclude<PublishOutcome, { kind: 'published' | 'not-found' }>,
): string {
  const said = c.var.ui.t.sequences;
  switch (outcome.kind) {
    case 'refused':
      return said.versions.refused(
        outcome.issues.filter(({ severity }) => severity === 'error').length,
      );
    case 'nothing-new':
      return said.versions.nothingNew(outcome.number);
    case 'stale':
      return said.versions.stale;
    case 'archived':
      return said.archivedNote;
  }
}

async function publishedAnswer(
  c: Context<AppEnv>,
  draft: SequenceDraft,
  { number, open, page }: { number: number; open: string; page: string },
): Promise<Response> {
  const { ui } = c.var;
  const sequence = await designerOf(c, draft, { open }, page);
  trigger(c, { 'modal:close': true });
  return fragment(
    c,
    <>
      <Partial target="#ver" swap="outerMorph">
        <DesignerHead ui={ui} sequence={sequence} />
      </Partial>
      <Partial target="#canvas" swap="outerMorph">
        <Canvas ui={ui} sequence={sequence} />
      </Partial>
      <ToastPartial dismiss={ui.t.shell.dismiss}>
        {ui.t.sequences.versions.published(number)}
      </ToastPartial>
    </>,
  );
}

async function restore(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const draft = await draftOf(c);
  const number = Number(c.req.param('number'));
  if (!draft || !isVersionNumber(number)) return c.notFound();
  const posted = await parseForm(c, restoreSchema);
  if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
  const version = await versionOf(c.var.em, ofDraft(c, draft), number);
  if (!version) return c.notFound();
  const { order: id, revision } = posted.value;
  const { workspaceId, userId } = c.var.seat;
  const about = { subjectType: 'sequence', subjectId: draft.id, workspaceId, userId };
  const input = { ...ofDraft(c, draft), userId, basis: { revision, page: id } };
  const outcome = await database.transaction(async (em) => {
    await recordOrder(em, { ...about, id, kind: 'sequence.restore' });
    return editDraft(em, input, (now, at) => edited(now, towards(now.blocks, version.blocks), at));
  });
  if (outcome.kind === 'stale') return conflict(c, c.var.ui.t.errors.conflict);
  if (outcome.kind === 'archived') return conflict(c, c.var.ui.t.sequences.archivedNote);
  return moveTo(c, paths.sequence(draft.id));
}
