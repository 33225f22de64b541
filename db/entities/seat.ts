import { defineEntity, p } from '@mikro-orm/core';

export const SeatSchema = defineEntity({
  name: 'Seat',
  tableName: 'seat',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    userId: p.uuid(),
    role: p.text().$type<'owner' | 'admin' | 'marketer' | 'agent' | 'viewer'>(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Seat extends SeatSchema.class {}
SeatSchema.setClass(Seat);
