import { defineEntity, p } from '@mikro-orm/core';

export const UiEventSchema = defineEntity({
  name: 'UiEvent',
  tableName: 'ui_event',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    workspaceId: p.uuid(),
    topic: p.text(),
    refId: p.uuid().nullable(),
    kind: p.text(),
    at: p.datetime().defaultRaw(`now()`),
    xid: p.text().columnType('xid8').defaultRaw(`pg_current_xact_id()`),
  },
});

export class UiEvent extends UiEventSchema.class {}
UiEventSchema.setClass(UiEvent);
