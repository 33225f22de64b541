import { defineEntity, p } from '@mikro-orm/core';
import type {
  HistoryFailure,
  HistoryKind,
  HistoryPhase,
  HistoryState,
  HistoryWait,
} from '#domain/history/run.ts';

export const HistoryImportSchema = defineEntity({
  name: 'HistoryImport',
  tableName: 'history_import',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    kind: p.text().$type<HistoryKind>(),
    state: p.text().$type<HistoryState>().defaultRaw(`'running'::text`),
    phase: p.text().$type<HistoryPhase>().defaultRaw(`'firm'::text`),
    since: p.datetime().nullable(),
    until: p.datetime(),
    perSecond: p.decimal('number').defaultRaw(`5`),
    numbers: p.integer().defaultRaw(`0`),
    conversationsTotal: p.integer().nullable(),
    conversations: p.integer().defaultRaw(`0`),
    messages: p.integer().defaultRaw(`0`),
    calls: p.integer().defaultRaw(`0`),
    partsTotal: p.integer().nullable(),
    parts: p.integer().defaultRaw(`0`),
    changed: p.integer().defaultRaw(`0`),
    requests: p.integer().defaultRaw(`0`),
    waitsFor: p.text().$type<HistoryWait>().nullable(),
    failure: p.text().$type<HistoryFailure>().nullable(),
    proof: p.text().$type<'whole' | 'holes'>().nullable(),
    provedAt: p.datetime().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    finishedAt: p.datetime().nullable(),
    pacedAt: p.datetime().defaultRaw(`now()`),
    pacedRequests: p.integer().defaultRaw(`0`),
    pacedDone: p.integer().defaultRaw(`0`),
    requestsPerMinute: p.decimal('number').nullable(),
    donePerMinute: p.decimal('number').nullable(),
  },
});

export class HistoryImport extends HistoryImportSchema.class {}
HistoryImportSchema.setClass(HistoryImport);
