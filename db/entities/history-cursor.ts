import { defineEntity, p } from '@mikro-orm/core';

export const HistoryCursorSchema = defineEntity({
  name: 'HistoryCursor',
  tableName: 'history_cursor',
  properties: {
    workspaceId: p.uuid(),
    historyImportId: p.uuid().primary(),
    kind: p
      .text()
      .$type<'number' | 'tail' | 'conversation' | 'proof-number' | 'proof-conversation'>()
      .primary(),
    about: p.uuid().primary(),
    list: p.integer().defaultRaw(`0`),
    token: p.text().nullable(),
    seenFrom: p.datetime().nullable(),
    seenTo: p.datetime().nullable(),
    stale: p.integer().defaultRaw(`0`),
    restarts: p.integer().defaultRaw(`0`),
    open: p.boolean().defaultRaw(`true`),
    doneAt: p.datetime().nullable(),
  },
});

export class HistoryCursor extends HistoryCursorSchema.class {}
HistoryCursorSchema.setClass(HistoryCursor);
