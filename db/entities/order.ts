import { defineEntity, p } from '@mikro-orm/core';

export const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'order',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    userId: p.uuid().nullable(),
    kind: p.text(),
    subjectType: p.text(),
    subjectId: p.uuid().nullable(),
    payload: p.json().defaultRaw(`'{}'::jsonb`),
    result: p.json().nullable(),
    orderedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Order extends OrderSchema.class {}
OrderSchema.setClass(Order);
