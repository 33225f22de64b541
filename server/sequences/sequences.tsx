import { Hono, type Context } from 'hono';
import { v7, validate as isUuid } from 'uuid';
import { z } from 'zod';
import { sequenceDraft } from '#db/sequences/draft.ts';
import { archivedCount, sequenceList } from '#db/sequences/list.ts';
import {
  archiveSequence,
  createSequence,
  renameSequence,
  restoreSequence,
} from '#db/sequences/orders.ts';
import { may } from '#domain/access/permissions.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { formOf } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { NewSequenceForm, NewSequencePage } from '#web/sequences/new-sequence-page.tsx';
import { RenameDialog } from '#web/sequences/rename-dialog.tsx';
import { SequencesPage } from '#web/sequences/sequences-page.tsx';
import { designerRoutes } from './designer.tsx';
import { editRoutes } from './edits.tsx';
import { previewRoutes } from './preview.tsx';
import { versionRoutes } from './versions.tsx';

const orderSchema = z.object({ order: z.uuid() });

const nameSchema = (missing: string) =>
  z.object({ order: z.uuid(), name: z.string().trim().min(1, missing).max(100) });

/** Sequences: the list, and each as a whole. Its steps and versions are the sub-apps'. */
export function sequenceRoutes(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  return new Hono<AppEnv>()
    .get('/sequences', (c) => listPage(c))
    .get('/sequences/new', allow('sequence.write'), (c) =>
      respond(c, { full: <NewSequencePage ui={c.var.ui} form={formOf()} /> }),
    )
    .post('/sequences', allow('sequence.write'), async (c) => {
      const { ui, seat } = c.var;
      const posted = await parseForm(c, nameSchema(ui.t.sequences.nameMissing));
      if (!posted.ok) return fragment(c, <NewSequenceForm ui={ui} form={posted.form} />, 422);
      const { order: orderId, name } = posted.value;
      const { workspaceId, userId } = seat;
      const id = await database.transaction((em) =>
        createSequence(em, { workspaceId, userId, orderId, name }),
      );
      return moveTo(c, paths.sequence(id));
    })
    .get('/sequences/:id/name', allow('sequence.write'), async (c) => {
      const found = await draftOf(c);
      if (!found) return c.notFound();
      const form = formOf({ name: found.name });
      return fragment(c, <RenameDialog ui={c.var.ui} id={found.id} form={form} />);
    })
    .post('/sequences/:id/name', allow('sequence.write'), (c) => rename(c, deps))
    .post('/sequences/:id/copies', allow('sequence.write'), (c) => copy(c, deps))
    .post('/sequences/:id/archive', allow('sequence.write'), async (c) => {
      const posted = await parseForm(c, orderSchema);
      if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
      return archive(c, deps, archiveSequence, posted.value.order);
    })
    .delete('/sequences/:id/archive', allow('sequence.write'), (c) =>
      archive(c, deps, restoreSequence, v7()),
    )
    .route('/', versionRoutes(deps))
    .route('/', previewRoutes(deps))
    .route('/', editRoutes(deps))
    .route('/', designerRoutes());
}

async function listPage(c: Context<AppEnv>): Promise<Response> {
  const { ui, em, seat } = c.var;
  const archived = c.req.query('show') === 'archived';
  const { workspaceId } = seat;
  const page = (
    <SequencesPage
      ui={ui}
      sequences={await sequenceList(em, { workspaceId, archived })}
      archived={archived}
      archivedCount={await archivedCount(em, workspaceId)}
      mayWrite={may(seat.role, 'sequence.write')}
    />
  );
  return respond(c, { full: page });
}

async function draftOf(c: Context<AppEnv>) {
  const sequenceId = c.req.param('id') ?? '';
  if (!isUuid(sequenceId)) return undefined;
  return sequenceDraft(c.var.em, { workspaceId: c.var.seat.workspaceId, sequenceId });
}

async function rename(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const { ui, seat } = c.var;
  const sequenceId = c.req.param('id') ?? '';
  if (!isUuid(sequenceId)) return c.notFound();
  const posted = await parseForm(c, nameSchema(ui.t.sequences.nameMissing));
  if (!posted.ok) {
    return fragment(c, <RenameDialog ui={ui} id={sequenceId} form={posted.form} />, 422);
  }
  const { order: orderId, name } = posted.value;
  const { workspaceId, userId } = seat;
  const renamed = await database.transaction((em) =>
    renameSequence(em, { workspaceId, userId, orderId, sequenceId, name }),
  );
  return renamed ? moveTo(c, paths.sequence(sequenceId)) : c.notFound();
}

async function copy(c: Context<AppEnv>, { database }: AppDeps): Promise<Response> {
  const found = await draftOf(c);
  if (!found) return c.notFound();
  const posted = await parseForm(c, orderSchema);
  if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
  const { workspaceId, userId } = c.var.seat;
  const name = c.var.ui.t.sequences.copyName(found.name).slice(0, 100);
  const orderId = posted.value.order;
  const id = await database.transaction((em) =>
    createSequence(em, { workspaceId, userId, orderId, name, blocks: found.blocks }),
  );
  return moveTo(c, paths.sequence(id));
}

async function archive(
  c: Context<AppEnv>,
  { database }: AppDeps,
  change: typeof archiveSequence,
  orderId: string,
): Promise<Response> {
  const sequenceId = c.req.param('id') ?? '';
  if (!isUuid(sequenceId)) return c.notFound();
  const { workspaceId, userId } = c.var.seat;
  const done = await database.transaction((em) =>
    change(em, { workspaceId, userId, orderId, sequenceId }),
  );
  if (!done) return c.notFound();
  return moveTo(c, change === archiveSequence ? paths.sequences() : paths.sequence(sequenceId));
}
