import { defineEntity, p } from '@mikro-orm/core';

export const ConversationReadSchema = defineEntity({
  name: 'ConversationRead',
  tableName: 'conversation_read',
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    userId: p.uuid().primary(),
    readAt: p.datetime(),
  },
});

export class ConversationRead extends ConversationReadSchema.class {}
ConversationReadSchema.setClass(ConversationRead);
