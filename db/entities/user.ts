import { defineEntity, p } from '@mikro-orm/core';

export const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    email: p.text(),
    name: p.text(),
    passwordHash: p.text().nullable(),
    theme: p.text().$type<'system' | 'light' | 'dark'>().defaultRaw(`'system'::text`),
    locale: p.text().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class User extends UserSchema.class {}
UserSchema.setClass(User);
