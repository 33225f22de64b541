import { defineEntity, p } from '@mikro-orm/core';

export const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    interactionId: p.uuid(),
    position: p.integer().defaultRaw(`0`),
    role: p.text().$type<'file' | 'recording' | 'voicemail'>().defaultRaw(`'file'::text`),
    externalId: p.text().nullable(),
    durationS: p.integer().nullable(),
    sourceUrl: p.text().nullable(),
    contentType: p.text(),
    name: p.text().defaultRaw(`''::text`),
    state: p.text().$type<'pending' | 'stored' | 'failed'>().defaultRaw(`'pending'::text`),
    error: p.text().nullable(),
    blobSha256: p.text().nullable(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
  },
});

export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
