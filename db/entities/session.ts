import { defineEntity, p } from '@mikro-orm/core';

export const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tokenHash: p.blob().primary(),
    userId: p.uuid(),
    workspaceId: p.uuid().nullable(),
    userAgent: p.text().nullable(),
    ip: p.text().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    seenAt: p.datetime().defaultRaw(`now()`),
    expiresAt: p.datetime(),
  },
});

export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
