import { defineEntity, p } from '@mikro-orm/core';

export const CallRecordSchema = defineEntity({
  name: 'CallRecord',
  tableName: 'call_record',
  properties: {
    interactionId: p.uuid().primary(),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    providerId: p.text(),
    status: p.text(),
    answeredAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
    durationS: p.integer().nullable(),
    answeredBy: p.text().nullable(),
    forwardedFrom: p.text().nullable(),
    forwardedTo: p.text().nullable(),
    summary: p.json().nullable(),
    transcript: p.json().nullable(),
    voicemail: p.json().nullable(),
    partsAskedAt: p.datetime().nullable(),
    partsReadAt: p.datetime().nullable(),
  },
});

export class CallRecord extends CallRecordSchema.class {}
CallRecordSchema.setClass(CallRecord);
