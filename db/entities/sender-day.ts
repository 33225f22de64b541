import { defineEntity, p } from '@mikro-orm/core';

export const SenderDaySchema = defineEntity({
  name: 'SenderDay',
  tableName: 'sender_day',
  properties: {
    workspaceId: p.uuid().primary(),
    senderId: p.uuid().primary(),
    day: p.date().primary(),
    sent: p.integer().defaultRaw(`0`),
  },
});

export class SenderDay extends SenderDaySchema.class {}
SenderDaySchema.setClass(SenderDay);
