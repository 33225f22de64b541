import { defineEntity, p } from '@mikro-orm/core';

export const HistoryProblemSchema = defineEntity({
  name: 'HistoryProblem',
  tableName: 'history_problem',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    historyImportId: p.uuid(),
    request: p.text(),
    about: p.text().defaultRaw(`''::text`),
    status: p.integer().nullable(),
    code: p.text(),
    attempt: p.integer().defaultRaw(`1`),
    at: p.datetime().defaultRaw(`now()`),
    solvedAt: p.datetime().nullable(),
  },
});

export class HistoryProblem extends HistoryProblemSchema.class {}
HistoryProblemSchema.setClass(HistoryProblem);
