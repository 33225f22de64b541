import { defineEntity, p } from '@mikro-orm/core';

export const WorkspaceSchema = defineEntity({
  name: 'Workspace',
  tableName: 'workspace',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    name: p.text(),
    mode: p.text().$type<'sandbox' | 'live'>(),
    zone: p.text(),
    locale: p.text().defaultRaw(`'en-US'::text`),
    country: p.text().defaultRaw(`'US'::text`),
    currency: p.text().defaultRaw(`'USD'::text`),
    clockOffsetMs: p.bigint('number').defaultRaw(`0`),
    dailyLimit: p.integer().defaultRaw(`1000`),
    supportContact: p.text().nullable(),
    pausedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Workspace extends WorkspaceSchema.class {}
WorkspaceSchema.setClass(Workspace);
