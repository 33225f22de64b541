import { defineEntity, p } from '@mikro-orm/core';

export const ImportRunSchema = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    kind: p.text().defaultRaw(`'contacts'::text`),
    state: p
      .text()
      .$type<'mapping' | 'running' | 'paused' | 'complete' | 'failed' | 'cancelled'>()
      .defaultRaw(`'mapping'::text`),
    blobSha256: p.text(),
    fileName: p.text(),
    fileSize: p.bigint('number'),
    inspection: p.json(),
    options: p.json().defaultRaw(`'{}'::jsonb`),
    preview: p.json().nullable(),
    rowsTotal: p.integer().nullable(),
    rowsRead: p.integer().defaultRaw(`0`),
    bytesRead: p.bigint('number').defaultRaw(`0`),
    rowsPerSecond: p.integer().nullable(),
    created: p.integer().defaultRaw(`0`),
    merged: p.integer().defaultRaw(`0`),
    unchanged: p.integer().defaultRaw(`0`),
    rejected: p.integer().defaultRaw(`0`),
    suppressed: p.integer().defaultRaw(`0`),
    joined: p.integer().defaultRaw(`0`),
    error: p.text().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
});

export class ImportRun extends ImportRunSchema.class {}
ImportRunSchema.setClass(ImportRun);
