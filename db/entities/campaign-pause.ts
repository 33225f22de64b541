import { defineEntity, p } from '@mikro-orm/core';

export const CampaignPauseSchema = defineEntity({
  name: 'CampaignPause',
  tableName: 'campaign_pause',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    campaignId: p.uuid(),
    pausedAt: p.datetime(),
    resumedAt: p.datetime().nullable(),
    pausedBy: p.uuid().nullable(),
    reason: p.text().nullable(),
  },
});

export class CampaignPause extends CampaignPauseSchema.class {}
CampaignPauseSchema.setClass(CampaignPause);
