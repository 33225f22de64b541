import { defineEntity, p } from '@mikro-orm/core';

export const RequestPaceSchema = defineEntity({
  name: 'RequestPace',
  tableName: 'request_pace',
  properties: {
    workspaceId: p.uuid(),
    providerAccountId: p.uuid().primary(),
    lane: p.text().$type<'all' | 'history'>().primary(),
    freeAt: p.datetime().defaultRaw(`now()`),
  },
});

export class RequestPace extends RequestPaceSchema.class {}
RequestPaceSchema.setClass(RequestPace);
