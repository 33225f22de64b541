import { defineEntity, p } from '@mikro-orm/core';

export const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    contactId: p.uuid(),
    state: p.text().$type<'open' | 'snoozed' | 'done'>().defaultRaw(`'open'::text`),
    snoozedUntil: p.datetime().nullable(),
    assigneeId: p.uuid().nullable(),
    lastInteractionId: p.uuid().nullable(),
    lastAt: p.datetime(),
    lastInboundAt: p.datetime().nullable(),
    lastOutboundAt: p.datetime().nullable(),
    lastChannel: p.text().nullable(),
    lastDirection: p.text().nullable(),
    lastAuthorId: p.uuid().nullable(),
    preview: p.text().defaultRaw(`''::text`),
    needsReply: p.boolean().defaultRaw(`false`),
    missedAt: p.datetime().nullable(),
    failedSends: p.integer().defaultRaw(`0`),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Conversation extends ConversationSchema.class {}
ConversationSchema.setClass(Conversation);
