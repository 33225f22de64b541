import { z } from 'zod';
import type {
  PastCall,
  PastConversation,
  PastMessage,
  PastNumber,
  PastPerson,
} from '../history/exchange.ts';
import {
  id,
  idOrNull,
  instant,
  instantOrNull,
  readAs,
  seconds,
  text,
  textOrNull,
  texts,
} from './fields.ts';
import { callStatusOf, directionOf, messageStateOf } from './words.ts';

/**
 * Objects of the REST API of v1 in our words. Each reader gives null for what cannot be used at all: no
 * id, or no instant where one is needed. Whatever else is missing or odd is read as not told.
 */

const person = z.object({ id, firstName: text, lastName: text, email: textOrNull });

export function readPerson(raw: unknown): PastPerson | null {
  const read = readAs(person, raw);
  if (!read) return null;
  const name = `${read.firstName} ${read.lastName}`.trim();
  const email = read.email?.toLowerCase() ?? null;
  return { providerId: read.id, name: name || (email ?? ''), email };
}

const number = z.object({ id, number: z.string().min(1), name: text });

export function readNumber(raw: unknown): PastNumber | null {
  const read = readAs(number, raw);
  return read && { providerId: read.id, value: read.number, name: read.name };
}

const conversation = z.object({
  id,
  phoneNumberId: id,
  participants: texts,
  name: textOrNull,
  assignedTo: textOrNull,
  createdAt: instantOrNull,
  updatedAt: instantOrNull,
  lastActivityAt: instantOrNull,
  lastActivityId: idOrNull,
  deletedAt: instantOrNull,
});

export function readConversation(raw: unknown): PastConversation | null {
  const read = readAs(conversation, raw);
  if (!read) return null;
  const { id: providerId, phoneNumberId: numberId, ...told } = read;
  return { providerId, numberId, ...told };
}

const message = z.object({
  id,
  phoneNumberId: idOrNull,
  conversationId: idOrNull,
  direction: text,
  from: text,
  to: texts,
  text,
  status: text,
  userId: idOrNull,
  createdAt: instant,
});

export function readMessage(raw: unknown): PastMessage | null {
  const read = readAs(message, raw);
  if (!read) return null;
  const direction = directionOf(read.direction);
  return {
    providerId: read.id,
    numberId: read.phoneNumberId,
    // Which of a group's recipients is ours is not told.
    number: direction === 'out' ? read.from || null : read.to.length === 1 ? read.to[0]! : null,
    conversationId: read.conversationId,
    direction,
    from: read.from,
    to: read.to,
    body: read.text,
    state: messageStateOf(direction, read.status),
    at: read.createdAt,
    personId: read.userId,
    media: [],
  };
}

const call = z.object({
  id,
  phoneNumberId: idOrNull,
  conversationId: idOrNull,
  direction: text,
  status: text,
  participants: texts,
  userId: idOrNull,
  createdAt: instant,
  answeredAt: instantOrNull,
  completedAt: instantOrNull,
  duration: seconds,
  answeredBy: textOrNull,
  forwardedFrom: textOrNull,
  forwardedTo: textOrNull,
});

/** Both sides stand in a call: who called first, who was called second. */
export function readCall(raw: unknown): PastCall | null {
  const read = readAs(call, raw);
  if (!read) return null;
  const direction = directionOf(read.direction);
  const [caller, called] = read.participants;
  const [theirs, ours] = direction === 'in' ? [caller, called] : [called, caller];
  return {
    providerId: read.id,
    numberId: read.phoneNumberId,
    number: ours ?? null,
    conversationId: read.conversationId,
    direction,
    participants: theirs ? [theirs] : [],
    status: callStatusOf(read.status),
    at: read.createdAt,
    answeredAt: read.answeredAt,
    completedAt: read.completedAt,
    durationS: read.duration,
    personId: read.userId,
    answeredBy: read.answeredBy,
    forwardedFrom: read.forwardedFrom,
    forwardedTo: read.forwardedTo,
  };
}
