import { defineEntity, p } from '@mikro-orm/core';

export const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    firstName: p.text().defaultRaw(`''::text`),
    lastName: p.text().defaultRaw(`''::text`),
    company: p.text().defaultRaw(`''::text`),
    language: p.text().nullable(),
    street: p.text().defaultRaw(`''::text`),
    city: p.text().defaultRaw(`''::text`),
    region: p.text().defaultRaw(`''::text`),
    postalCode: p.text().defaultRaw(`''::text`),
    country: p.text().nullable(),
    zone: p.text().nullable(),
    notes: p.text().defaultRaw(`''::text`),
    fields: p.json().defaultRaw(`'{}'::jsonb`),
    tags: p.array().defaultRaw(`'{}'::text[]`),
    editedFields: p.array().defaultRaw(`'{}'::text[]`),
    source: p
      .text()
      .$type<'person' | 'import' | 'inbound' | 'history'>()
      .defaultRaw(`'person'::text`),
    mergedInto: p.uuid().nullable(),
    erasedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    updatedAt: p.datetime().defaultRaw(`now()`),
    revision: p.integer().defaultRaw(`0`),
    search: p.text().nullable().persist(false),
  },
});

export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);
