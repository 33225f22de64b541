import { defineEntity, p } from '@mikro-orm/core';

export const SenderSchema = defineEntity({
  name: 'Sender',
  tableName: 'sender',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    value: p.text(),
    name: p.text().defaultRaw(`''::text`),
    channels: p.array().defaultRaw(`'{sms}'::text[]`),
    country: p.text(),
    region: p.text().nullable(),
    areaCode: p.text().nullable(),
    ratePerSecond: p.double().defaultRaw(`1`),
    dailyCap: p.integer().defaultRaw(`1000`),
    rotation: p.boolean().defaultRaw(`true`),
    priority: p.integer().defaultRaw(`10`),
    state: p.text().$type<'active' | 'paused' | 'alert'>().defaultRaw(`'active'::text`),
    pausedReason: p.text().nullable(),
    confirms: p.text().$type<'us' | 'provider'>().defaultRaw(`'us'::text`),
    lastUsedAt: p.datetime().nullable(),
    freeAt: p.datetime().nullable(),
    busyUntil: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Sender extends SenderSchema.class {}
SenderSchema.setClass(Sender);
