import { defineEntity, p } from '@mikro-orm/core';

export const SendSchema = defineEntity({
  name: 'Send',
  tableName: 'send',
  properties: {
    id: p.uuid().primary().defaultRaw(`uuidv7()`),
    workspaceId: p.uuid(),
    intentKey: p.text(),
    purpose: p.text().$type<'marketing' | 'conversation' | 'confirmation' | 'service'>(),
    channel: p.text().$type<'sms' | 'whatsapp' | 'email' | 'call'>(),
    state: p
      .text()
      .$type<
        | 'held'
        | 'parked'
        | 'queued'
        | 'sending'
        | 'accepted'
        | 'sent'
        | 'delivered'
        | 'read'
        | 'undelivered'
        | 'failed'
        | 'refused'
        | 'unconfirmed'
        | 'dropped'
      >(),
    contactId: p.uuid().nullable(),
    addressId: p.uuid(),
    senderId: p.uuid().nullable(),
    providerAccountId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    membershipId: p.uuid().nullable(),
    stepId: p.text().nullable(),
    visit: p.integer().nullable(),
    orderId: p.uuid().nullable(),
    eventId: p.uuid().nullable(),
    conversationId: p.uuid().nullable(),
    interactionId: p.uuid().nullable(),
    body: p.text().nullable(),
    media: p.json().defaultRaw(`'[]'::jsonb`),
    encoding: p.text().nullable(),
    segments: p.integer().nullable(),
    estimateMicros: p.bigint('number').nullable(),
    priceMicros: p.bigint('number').nullable(),
    currency: p.text().nullable(),
    passport: p.json().nullable(),
    decidedAt: p.datetime().nullable(),
    heldUntil: p.datetime().nullable(),
    slotAt: p.datetime().nullable(),
    attempt: p.integer().defaultRaw(`0`),
    callStartedAt: p.datetime().nullable(),
    callDeadlineAt: p.datetime().nullable(),
    lookedAt: p.datetime().nullable(),
    providerId: p.text().nullable(),
    errorCode: p.text().nullable(),
    acceptedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    overlappedStop: p.boolean().defaultRaw(`false`),
    createdAt: p.datetime().defaultRaw(`now()`),
    updatedAt: p.datetime().defaultRaw(`now()`),
  },
});

export class Send extends SendSchema.class {}
SendSchema.setClass(Send);
