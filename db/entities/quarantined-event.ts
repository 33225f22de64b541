import { defineEntity, p } from '@mikro-orm/core';

export const QuarantinedEventSchema = defineEntity({
  name: 'QuarantinedEvent',
  tableName: 'quarantined_event',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    provider: p.text(),
    kind: p.text(),
    url: p.text(),
    headers: p.json().defaultRaw(`'{}'::jsonb`),
    body: p.text(),
    reason: p.text(),
    receivedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class QuarantinedEvent extends QuarantinedEventSchema.class {}
QuarantinedEventSchema.setClass(QuarantinedEvent);
