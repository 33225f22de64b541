import { defineEntity, p } from '@mikro-orm/core';

export const InteractionSchema = defineEntity({
  name: 'Interaction',
  tableName: 'interaction',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    conversationId: p.uuid(),
    contactId: p.uuid(),
    kind: p.text().$type<'message' | 'email' | 'call' | 'voicemail' | 'note' | 'event'>(),
    channel: p.text().$type<'sms' | 'whatsapp' | 'email' | 'call'>().nullable(),
    direction: p.text().$type<'in' | 'out'>().nullable(),
    body: p.text().defaultRaw(`''::text`),
    at: p.datetime(),
    addressId: p.uuid().nullable(),
    senderId: p.uuid().nullable(),
    sendId: p.uuid().nullable(),
    providerAccountId: p.uuid().nullable(),
    providerId: p.text().nullable(),
    state: p.text().nullable(),
    authorId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    detail: p.json().defaultRaw(`'{}'::jsonb`),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Interaction extends InteractionSchema.class {}
InteractionSchema.setClass(Interaction);
