import { defineEntity, p } from '@mikro-orm/core';

export const HistoryHoleSchema = defineEntity({
  name: 'HistoryHole',
  tableName: 'history_hole',
  properties: {
    workspaceId: p.uuid(),
    historyImportId: p.uuid().primary(),
    kind: p.text().$type<'conversation' | 'message' | 'call'>().primary(),
    externalId: p.text().primary(),
    numberExternalId: p.text(),
    conversationExternalId: p.text(),
    foundAt: p.datetime().defaultRaw(`now()`),
    mendedAt: p.datetime().nullable(),
  },
});

export class HistoryHole extends HistoryHoleSchema.class {}
HistoryHoleSchema.setClass(HistoryHole);
