import { defineEntity, p } from '@mikro-orm/core';
import type { Provider } from '#domain/sending/refusals.ts';

export const ProviderAccountSchema = defineEntity({
  name: 'ProviderAccount',
  tableName: 'provider_account',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    provider: p.text().$type<Provider>(),
    key: p.text(),
    name: p.text(),
    externalId: p.text(),
    credentials: p.blob(),
    mode: p.text().$type<'sandbox' | 'live'>(),
    state: p.text().$type<'active' | 'paused' | 'refused'>().defaultRaw(`'active'::text`),
    checkedAt: p.datetime().nullable(),
    checkResult: p.text().nullable(),
    webhookKinds: p.array().defaultRaw(`'{}'::text[]`),
    webhookProblem: p.text().nullable(),
    watchedAt: p.datetime().nullable(),
    knownUntil: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class ProviderAccount extends ProviderAccountSchema.class {}
ProviderAccountSchema.setClass(ProviderAccount);
