import { defineEntity, p } from '@mikro-orm/core';

export const ParticipantSchema = defineEntity({
  name: 'Participant',
  tableName: 'participant',
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    addressId: p.uuid().primary(),
  },
});

export class Participant extends ParticipantSchema.class {}
ParticipantSchema.setClass(Participant);
