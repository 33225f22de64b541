import { defineEntity, p } from '@mikro-orm/core';

export const ImportRowSchema = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  properties: {
    workspaceId: p.uuid().primary(),
    importRunId: p.uuid().primary(),
    number: p.integer().primary(),
    outcome: p.text().$type<'created' | 'merged' | 'unchanged' | 'rejected'>(),
    reason: p.text().nullable(),
    contactId: p.uuid().nullable(),
    raw: p.text().nullable(),
  },
});

export class ImportRow extends ImportRowSchema.class {}
ImportRowSchema.setClass(ImportRow);
