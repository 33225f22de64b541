import { defineEntity, p } from '@mikro-orm/core';

export const SequenceSchema = defineEntity({
  name: 'Sequence',
  tableName: 'sequence',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    name: p.text(),
    draft: p.json().defaultRaw(`'[]'::jsonb`),
    revision: p.integer().defaultRaw(`0`),
    undo: p.json().defaultRaw(`'[]'::jsonb`),
    redo: p.json().defaultRaw(`'[]'::jsonb`),
    editedBy: p.uuid().nullable(),
    editedIn: p.text().nullable(),
    editedFrom: p.integer().defaultRaw(`0`),
    archivedAt: p.datetime().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    updatedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Sequence extends SequenceSchema.class {}
SequenceSchema.setClass(Sequence);
