import { defineEntity, p } from '@mikro-orm/core';

export const SequenceVersionSchema = defineEntity({
  name: 'SequenceVersion',
  tableName: 'sequence_version',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    sequenceId: p.uuid(),
    number: p.integer(),
    blocks: p.json(),
    note: p.text().defaultRaw(`''::text`),
    publishedBy: p.uuid().nullable(),
    publishedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class SequenceVersion extends SequenceVersionSchema.class {}
SequenceVersionSchema.setClass(SequenceVersion);
