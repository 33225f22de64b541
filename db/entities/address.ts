import { defineEntity, p } from '@mikro-orm/core';

export const AddressSchema = defineEntity({
  name: 'Address',
  tableName: 'address',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    kind: p.text().$type<'phone' | 'email'>(),
    value: p.text(),
    country: p.text().nullable(),
    region: p.text().nullable(),
    lineType: p.text().nullable(),
    zone: p.text().nullable(),
    zoneSource: p.text().nullable(),
    zones: p.array().defaultRaw(`'{}'::text[]`),
    invalidReason: p.text().nullable(),
    invalidAt: p.datetime().nullable(),
    senderId: p.uuid().nullable(),
    senderAt: p.datetime().nullable(),
    blocked: p.array().defaultRaw(`'{}'::text[]`),
    consents: p.json().defaultRaw(`'{}'::jsonb`),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Address extends AddressSchema.class {}
AddressSchema.setClass(Address);
