import { defineEntity, p } from '@mikro-orm/core';

export const ProviderPersonSchema = defineEntity({
  name: 'ProviderPerson',
  tableName: 'provider_person',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    externalId: p.text(),
    name: p.text(),
    email: p.text().nullable(),
    userId: p.uuid().nullable(),
    goneAt: p.datetime().nullable(),
  },
});

export class ProviderPerson extends ProviderPersonSchema.class {}
ProviderPersonSchema.setClass(ProviderPerson);
