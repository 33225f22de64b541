import { defineEntity, p } from '@mikro-orm/core';

export const BlobSchema = defineEntity({
  name: 'Blob',
  tableName: 'blob',
  properties: {
    sha256: p.text().primary(),
    size: p.bigint('number'),
    contentType: p.text(),
    createdAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Blob extends BlobSchema.class {}
BlobSchema.setClass(Blob);
