import { defineEntity, p } from '@mikro-orm/core';
import type { EventKind } from '#domain/inbox/event-kind.ts';

export const ProviderEventSchema = defineEntity({
  name: 'ProviderEvent',
  tableName: 'provider_event',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    providerAccountId: p.uuid(),
    provider: p.text(),
    kind: p.text().$type<EventKind>(),
    dedupeKey: p.text(),
    orderKey: p.text(),
    query: p.text().defaultRaw(`''::text`),
    headers: p.json().defaultRaw(`'{}'::jsonb`),
    body: p.text(),
    state: p.text().$type<'new' | 'applied' | 'dead'>().defaultRaw(`'new'::text`),
    reason: p.text().nullable(),
    attempts: p.integer().defaultRaw(`0`),
    nextAt: p.datetime().defaultRaw(`now()`),
    keyword: p.text().nullable(),
    found: p.boolean().defaultRaw(`false`),
    receivedAt: p.datetime().defaultRaw(`now()`),
    appliedAt: p.datetime().nullable(),
  },
});

export class ProviderEvent extends ProviderEventSchema.class {}
ProviderEventSchema.setClass(ProviderEvent);
