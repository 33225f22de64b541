import { defineEntity, p } from '@mikro-orm/core';

export const ProviderConversationSchema = defineEntity({
  name: 'ProviderConversation',
  tableName: 'provider_conversation',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    providerNumberId: p.uuid(),
    externalId: p.text(),
    participants: p.array(),
    contactId: p.uuid(),
    name: p.text().nullable(),
    assignedTo: p.text().nullable(),
    lastActivityAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
  },
});

export class ProviderConversation extends ProviderConversationSchema.class {}
ProviderConversationSchema.setClass(ProviderConversation);
