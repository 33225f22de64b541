import { defineEntity, p } from '@mikro-orm/core';

export const OneTimeLinkSchema = defineEntity({
  name: 'OneTimeLink',
  tableName: 'one_time_link',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    tokenHash: p.blob(),
    kind: p.text().$type<'invitation' | 'reset' | 'owner'>(),
    email: p.text().nullable(),
    workspaceId: p.uuid().nullable(),
    role: p.text().$type<'owner' | 'admin' | 'marketer' | 'agent' | 'viewer'>().nullable(),
    userId: p.uuid().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

export class OneTimeLink extends OneTimeLinkSchema.class {}
OneTimeLinkSchema.setClass(OneTimeLink);
