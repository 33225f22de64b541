import { defineEntity, p } from '@mikro-orm/core';

export const CampaignSchema = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    name: p.text(),
    state: p
      .text()
      .$type<'draft' | 'launching' | 'running' | 'paused' | 'stopped' | 'complete'>()
      .defaultRaw(`'draft'::text`),
    sequenceId: p.uuid().nullable(),
    versionId: p.uuid().nullable(),
    audience: p.json().defaultRaw(`'{}'::jsonb`),
    sendWindow: p.json(),
    dailyLimit: p.integer().defaultRaw(`125`),
    spread: p.text().$type<'at-opening' | 'over-the-day'>().defaultRaw(`'at-opening'::text`),
    senderIds: p.array().columnType('uuid[]').defaultRaw(`'{}'::uuid[]`),
    consentBasis: p.json().nullable(),
    alert: p.text().nullable(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw(`now()`),
    launchedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
  },
});

export class Campaign extends CampaignSchema.class {}
CampaignSchema.setClass(Campaign);
