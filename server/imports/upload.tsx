import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { ImportOptions } from '#domain/imports/run.ts';
import type { FileInspection, NotAList } from '#domain/imports/file-inspection.ts';
import { guessMapping } from '#domain/imports/columns.ts';
import { keepBlob, removeUnneeded } from '#db/blobs/keep.ts';
import { inspectCsv } from '#db/imports/inspect-csv.ts';
import { createImport } from '#db/imports/orders.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import type { Catalogue } from '#web/catalogue/en.ts';
import { UploadPage } from '#web/imports/upload.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { receiveFile } from './receive-file.ts';

/** Bytes of a list, at most: some 300,000 people. */
const uploadLimit = 50_000_000;

/** Takes a list in, looks at it at once, and keeps it only when it can be one. */
export const uploadRoutes = ({ database, blobs }: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/imports/new', allow('import.write'), (c) => uploadPage(c))
    .post('/imports', allow('import.write'), async (c) => {
      const { t } = c.var.ui;
      const received = await receiveFile(c.req.raw, blobs, uploadLimit);
      if (received.kind === 'too-large') {
        return uploadPage(c, t.imports.upload.tooLarge(uploadLimit), 413);
      }
      if (received.kind === 'cut') return uploadPage(c, t.imports.upload.cut);
      if (received.kind === 'none') return uploadPage(c, t.imports.upload.missing);

      await using staged = received.file;
      const inspected = await inspectCsv(staged.path, { maxBytes: uploadLimit });
      if (inspected.kind === 'refused') return uploadPage(c, refusal(t, inspected.reason));
      const { order = '' } = received.fields;
      const runId = isUuid(order) ? order : uuidv7();
      const { workspaceId, userId } = c.var.seat;
      const inspection = inspected.file;
      const options = firstOptions(c, inspection);
      const file = { ...staged, name: received.name };
      const isNew = await keepBlob({ database, blobs }, staged, (em) =>
        createImport(em, { runId, workspaceId, userId, file, inspection, options }),
      );
      // A second click may come when the list has been read and its file is gone.
      if (!isNew) await removeUnneeded({ database, blobs }, staged.sha256);
      return moveTo(c, paths.importRun(runId));
    });

function uploadPage(c: Context<AppEnv>, error?: string, status: 200 | 413 | 422 = 422) {
  const form = error ? { values: {}, errors: { file: error } } : formOf();
  return respond(c, {
    full: <UploadPage ui={c.var.ui} form={form} orderId={uuidv7()} limit={uploadLimit} />,
    status: error ? status : 200,
  });
}

function refusal({ imports: { notLists } }: Catalogue, reason: NotAList): string {
  return reason === 'too-large' ? notLists[reason](uploadLimit) : notLists[reason];
}

/** What is likely right: a person looks at it next. */
function firstOptions(c: Context<AppEnv>, inspection: FileInspection): ImportOptions {
  const { country } = c.var.workspace;
  return {
    mapping: guessMapping(inspection.header, inspection.sample, country),
    country,
    slashDates: country === 'US' ? 'month-first' : 'day-first',
    raggedRows: 'reject',
    tags: [],
    mergeRule: 'mobile',
    consentBasis: c.var.ui.t.imports.mapping.basisDefault,
    revision: 1,
  };
}
