import { chmodSync, createReadStream, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localBlobs } from '#db/blobs.ts';
import { keepBlob } from '#db/blobs/keep.ts';
import { inspectCsv } from '#db/imports/inspect-csv.ts';
import { createImport, orderImport } from '#db/imports/orders.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { guessMapping } from '#domain/imports/columns.ts';
import { clusterFolder } from '../parts/postgres-cluster.mjs';
import { dataDir } from '../parts/project.mjs';
import { openFirm, type BenchFirm } from './firm.ts';
import { header, listOf } from './imports-list.ts';
import { openOffice } from './office.ts';
import { perSecond, type Figure } from './table.ts';

const people = 40_000;
const limit = 64_000_000;

/** A list through upload, workflow and contacts, beside a COPY of the same lines into a table of plain text. */
export async function measureImports(): Promise<Figure[]> {
  const office = await openOffice(['workflow-worker', 'worker', 'relay']);
  try {
    const firm = await openFirm(office);
    // Where PostgreSQL's own user can read it.
    const file = join(dirname(clusterFolder('bench')), 'list.csv');
    writeFileSync(file, listOf(people));
    chmodSync(file, 0o644);
    const bare = await copyRate(firm, file);
    const { rate, created } = await importRate(firm, file);
    return [
      { what: `import of ${people} rows`, figure: `${perSecond(rate)}, ${created} contacts made` },
      { what: 'bare COPY of the same rows', figure: perSecond(bare) },
      { what: 'import beside COPY', figure: `${((rate / bare) * 100).toFixed(2)} %` },
    ];
  } finally {
    await office.close();
  }
}

async function copyRate({ office }: BenchFirm, file: string): Promise<number> {
  const em = office.database.fork();
  const columns = sql.join(header.map((name) => sql`${sql.ref(name)} text`));
  await run(em, sql`create table bare (${columns})`);
  const began = performance.now();
  await run(em, sql`copy bare from ${sql.lit(file)} with (format csv, header true)`);
  return (people * 1000) / (performance.now() - began);
}

async function importRate({ office, workspaceId, maren }: BenchFirm, file: string) {
  const { database } = office;
  const blobs = localBlobs(join(dataDir(), 'blobs'));
  await using staged = await blobs.stage(createReadStream(file), limit);
  const inspected = await inspectCsv(staged.path, { maxBytes: limit });
  if (inspected.kind !== 'list') throw new Error(`The list is refused: ${inspected.reason}.`);
  const { header: found, sample } = inspected.file;
  const runId = crypto.randomUUID();
  const by = { workspaceId, userId: maren.id, runId };
  await keepBlob({ database, blobs }, staged, (em) =>
    createImport(em, {
      ...by,
      file: { ...staged, name: 'list.csv' },
      inspection: inspected.file,
      options: {
        mapping: guessMapping(found, sample, 'US'),
        country: 'US',
        slashDates: 'month-first',
        raggedRows: 'reject',
        tags: [],
        mergeRule: 'mobile',
        consentBasis: 'express',
        revision: 1,
      },
    }),
  );
  const began = performance.now();
  const given = { ...by, orderId: crypto.randomUUID(), order: 'start' as const };
  await database.transaction((em) => orderImport(em, given));
  const created = await untilComplete(office.database, runId);
  return { rate: (people * 1000) / (performance.now() - began), created };
}

async function untilComplete(
  database: BenchFirm['office']['database'],
  id: string,
): Promise<number> {
  for (;;) {
    const row = await firstRow<{ state: string; created: number; error: string | null }>(
      database.fork(),
      sql`select state, created, error from import_run where id = ${id}`,
    );
    if (row?.state === 'complete') return row.created;
    if (row?.state === 'failed') throw new Error(`The import failed: ${row.error}.`);
    await sleep(200);
  }
}
