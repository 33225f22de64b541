import { defineSearchAttributeKey } from '@temporalio/common';
import { searchAttributes } from '#domain/names.ts';

export const workspaceKey = defineSearchAttributeKey(searchAttributes.workspaceId, 'KEYWORD');
export const campaignKey = defineSearchAttributeKey(searchAttributes.campaignId, 'KEYWORD');
