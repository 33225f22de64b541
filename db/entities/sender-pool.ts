import { defineEntity, p } from '@mikro-orm/core';

export const SenderPoolSchema = defineEntity({
  name: 'SenderPool',
  tableName: 'sender_pool',
  properties: {
    workspaceId: p.uuid().primary(),
  },
});

export class SenderPool extends SenderPoolSchema.class {}
SenderPoolSchema.setClass(SenderPool);
