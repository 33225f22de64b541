import { defineEntity, p } from '@mikro-orm/core';

export const WorkspaceDaySchema = defineEntity({
  name: 'WorkspaceDay',
  tableName: 'workspace_day',
  properties: {
    workspaceId: p.uuid().primary(),
    day: p.date().primary(),
    sent: p.integer().defaultRaw(`0`),
  },
});

export class WorkspaceDay extends WorkspaceDaySchema.class {}
WorkspaceDaySchema.setClass(WorkspaceDay);
