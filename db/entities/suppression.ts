import { defineEntity, p } from '@mikro-orm/core';

export const SuppressionSchema = defineEntity({
  name: 'Suppression',
  tableName: 'suppression',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    addressId: p.uuid(),
    channel: p.text().$type<'sms' | 'whatsapp' | 'email' | 'call'>().nullable(),
    reason: p.text().$type<'keyword' | 'import' | 'person' | 'provider' | 'erased' | 'lifted'>(),
    evidence: p.json().defaultRaw(`'{}'::jsonb`),
    liftedBy: p.text().$type<'keyword' | 'person'>().nullable(),
    recordedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Suppression extends SuppressionSchema.class {}
SuppressionSchema.setClass(Suppression);
