import { defineEntity, p } from '@mikro-orm/core';

export const ConsentSchema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    addressId: p.uuid(),
    channel: p.text().$type<'sms' | 'whatsapp' | 'email' | 'call'>(),
    status: p.text().$type<'given' | 'refused'>(),
    basis: p.text(),
    source: p.text().$type<'import' | 'person' | 'keyword' | 'form' | 'campaign'>(),
    evidence: p.json().defaultRaw(`'{}'::jsonb`),
    capturedAt: p.datetime().nullable(),
    recordedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Consent extends ConsentSchema.class {}
ConsentSchema.setClass(Consent);
