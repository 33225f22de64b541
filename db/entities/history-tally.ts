import { defineEntity, p } from '@mikro-orm/core';

export const HistoryTallySchema = defineEntity({
  name: 'HistoryTally',
  tableName: 'history_tally',
  properties: {
    workspaceId: p.uuid(),
    historyImportId: p.uuid().primary(),
    numberExternalId: p.text(),
    conversationExternalId: p.text().primary(),
    messagesTheirs: p.integer().defaultRaw(`0`),
    messagesOurs: p.integer().defaultRaw(`0`),
    callsTheirs: p.integer().defaultRaw(`0`),
    callsOurs: p.integer().defaultRaw(`0`),
  },
});

export class HistoryTally extends HistoryTallySchema.class {}
HistoryTallySchema.setClass(HistoryTally);
