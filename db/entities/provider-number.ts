import { defineEntity, p } from '@mikro-orm/core';

export const ProviderNumberSchema = defineEntity({
  name: 'ProviderNumber',
  tableName: 'provider_number',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    externalId: p.text(),
    value: p.text(),
    name: p.text().defaultRaw(`''::text`),
    senderId: p.uuid().nullable(),
    goneAt: p.datetime().nullable(),
  },
});

export class ProviderNumber extends ProviderNumberSchema.class {}
ProviderNumberSchema.setClass(ProviderNumber);
