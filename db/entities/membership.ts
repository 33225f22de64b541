import { defineEntity, p } from '@mikro-orm/core';

export const MembershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    campaignId: p.uuid(),
    contactId: p.uuid(),
    addressId: p.uuid().nullable(),
    versionId: p.uuid(),
    entry: p.integer().defaultRaw(`1`),
    state: p.text().$type<'excluded' | 'enrolled' | 'walking' | 'ended'>(),
    excludedReason: p.text().nullable(),
    plannedAt: p.datetime().nullable(),
    plannedRank: p.integer().nullable(),
    stepId: p.text().nullable(),
    visit: p.integer().defaultRaw(`1`),
    awaits: p.text().$type<'release' | 'due' | 'resume' | 'person' | 'delivery'>().nullable(),
    dueAt: p.datetime().nullable(),
    held: p.json().nullable(),
    sendNow: p.boolean().defaultRaw(`false`),
    pausedAt: p.datetime().nullable(),
    clockOffsetMs: p.bigint('number').defaultRaw(`0`),
    startedAt: p.datetime().nullable(),
    ending: p.text().nullable(),
    endingLabel: p.text().nullable(),
    endedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);
