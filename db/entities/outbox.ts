import { defineEntity, p } from '@mikro-orm/core';

export const OutboxSchema = defineEntity({
  name: 'Outbox',
  tableName: 'outbox',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    workspaceId: p.uuid(),
    kind: p.text(),
    key: p.text(),
    payload: p.json().defaultRaw(`'{}'::jsonb`),
    createdAt: p.datetime().defaultRaw(`now()`),
    availableAt: p.datetime().defaultRaw(`now()`),
    attempts: p.integer().defaultRaw(`0`),
    lastError: p.text().nullable(),
  },
});

export class Outbox extends OutboxSchema.class {}
OutboxSchema.setClass(Outbox);
