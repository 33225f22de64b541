import { defineEntity, p } from '@mikro-orm/core';

export const ContactAddressSchema = defineEntity({
  name: 'ContactAddress',
  tableName: 'contact_address',
  properties: {
    workspaceId: p.uuid().primary(),
    contactId: p.uuid().primary(),
    addressId: p.uuid().primary(),
    label: p.text().$type<'mobile' | 'other' | 'email'>().defaultRaw(`'mobile'::text`),
    extension: p.text().nullable(),
    position: p.integer().defaultRaw(`0`),
    addedBy: p
      .text()
      .$type<'person' | 'import' | 'inbound' | 'history'>()
      .defaultRaw(`'person'::text`),
  },
});

export class ContactAddress extends ContactAddressSchema.class {}
ContactAddressSchema.setClass(ContactAddress);
