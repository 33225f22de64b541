import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { ImportOptions, ImportOrder } from '#domain/imports/run.ts';
import { chooseImportOptions, orderImport } from '#db/imports/orders.ts';
import type { ImportRunRow } from '#db/imports/runs.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { orderIdOf } from '#server/http/order-id.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, wantsPartial } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { Partial } from '#web/kit/partial.tsx';
import { paths } from '#web/paths.ts';
import { optionsSchema } from './options-form.ts';
import { mappingForm, previewPanel, progress, refuseOptions, runOf } from './views.tsx';

/** What a person commands for an import: how to read it, start, pause, go on, cancel. */
export function importOrderRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use('/imports/:id/*', (c, next) => (c.req.method === 'GET' ? next() : mayImport(c, next)))
    .post('/imports/:id/mapping', async (c) => {
      const kept = await keepOptions(c);
      return kept.kind === 'kept' ? mappingAnswer(c) : kept.answer;
    })
    .post('/imports/:id/start', async (c) => {
      const kept = await keepOptions(c);
      return kept.kind === 'kept' ? give(c, 'start') : kept.answer;
    })
    .post('/imports/:id/pause', (c) => give(c, 'pause'))
    .delete('/imports/:id/pause', (c) => give(c, 'resume'))
    .post('/imports/:id/cancel', (c) => give(c, 'cancel'));

  /** Keeps the choices of the form, or says what is wrong with them. */
  async function keepOptions(c: Context<AppEnv>): Promise<Kept> {
    const { ui, seat } = c.var;
    const run = await runOf(c);
    if (!run) return answered(await c.notFound());
    const posted = await parseForm(c, optionsSchema(ui.t, run.inspection.header.length));
    if (!posted.ok) return answered(await refuseOptions(c, run, posted.form));
    const options = posted.value;
    if (sameOptions(options, run)) return { kind: 'kept' };
    const { workspaceId, userId } = seat;
    const kept = await database.transaction((em) =>
      chooseImportOptions(em, { orderId: uuidv7(), workspaceId, userId, runId: run.id, options }),
    );
    return kept ? { kind: 'kept' } : answered(await conflict(c, ui.t.imports.mapping.gone));
  }

  async function give(c: Context<AppEnv>, order: ImportOrder): Promise<Response> {
    const { seat, ui } = c.var;
    const runId = c.req.param('id') ?? '';
    if (!isUuid(runId)) return c.notFound();
    const { workspaceId, userId } = seat;
    const orderId = await orderIdOf(c);
    const given = await database.transaction((em) =>
      orderImport(em, { orderId, workspaceId, userId, runId, order }),
    );
    if (!given) return c.notFound();
    if (given.kind === 'refused') return conflict(c, ui.t.imports.progress.refused);
    const run = await runOf(c);
    if (run?.startedAt && wantsPartial(c)) return progress(c, run);
    return moveTo(c, order === 'cancel' ? paths.imports() : paths.importRun(runId));
  }
}

type Kept = { kind: 'kept' } | { kind: 'answered'; answer: Response };

const answered = (answer: Response): Kept => ({ kind: 'answered', answer });

const mayImport = allow('import.write');

async function mappingAnswer(c: Context<AppEnv>): Promise<Response> {
  const run = await runOf(c);
  if (!run) return c.notFound();
  return fragment(
    c,
    <>
      {mappingForm(c, run)}
      <Partial target="#import-preview" swap="outerMorph">
        {previewPanel(c, run)}
      </Partial>
    </>,
  );
}

const sameOptions = (chosen: Omit<ImportOptions, 'revision'>, { options }: ImportRunRow): boolean =>
  isDeepStrictEqual({ ...chosen, revision: options.revision }, options);
