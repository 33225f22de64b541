import { defineEntity, p } from '@mikro-orm/core';

export const CampaignDaySchema = defineEntity({
  name: 'CampaignDay',
  tableName: 'campaign_day',
  properties: {
    workspaceId: p.uuid().primary(),
    campaignId: p.uuid().primary(),
    day: p.date().primary(),
    planned: p.integer().defaultRaw(`0`),
    sent: p.integer().defaultRaw(`0`),
  },
});

export class CampaignDay extends CampaignDaySchema.class {}
CampaignDaySchema.setClass(CampaignDay);
