import { defineEntity, p } from '@mikro-orm/core';

export const AlertSchema = defineEntity({
  name: 'Alert',
  tableName: 'alert',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    kind: p.text(),
    subjectType: p.text(),
    subjectId: p.uuid().nullable(),
    detail: p.json().defaultRaw(`'{}'::jsonb`),
    openedAt: p.datetime().defaultRaw(`now()`),
    closedAt: p.datetime().nullable(),
  },
});

export class Alert extends AlertSchema.class {}
AlertSchema.setClass(Alert);
