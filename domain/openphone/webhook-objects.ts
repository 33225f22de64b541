import type { PastCall, PastMedia, PastMessage } from '../history/exchange.ts';
import type { Envelope, Told } from './envelope.ts';
import { id, listOf, textOrNull } from './fields.ts';
import { readCall, readMessage } from './rest.ts';
import { directionOf } from './words.ts';
import { z } from 'zod';

/**
 * Webhooks tell of the same things as the API, in other places: each is laid out as the API has it, and read
 * by its readers.
 */
export function messageOf(envelope: Envelope): PastMessage | null {
  const { object } = envelope;
  const read = readMessage({ ...restMessage(envelope), direction: directionIn(envelope) });
  return read && { ...read, media: mediaOf(object) };
}

export function callOf(envelope: Envelope): PastCall | null {
  const { family, object, type } = envelope;
  const status = type === 'call.ringing' ? 'ringing' : object['status'];
  const call = family === 'v1' ? legacyCall(object) : datedCall(envelope);
  return readCall({ ...call, status });
}

export function errorCodeOf({ type, object }: Envelope): string | null {
  const code = object['errorCode'];
  if (typeof code === 'string' || typeof code === 'number') return String(code) || null;
  return type === 'message.failed' ? 'failed' : null;
}

/** What is said to have been received came in, also where the object forgets to say so. */
const directionIn = ({ type, object }: Envelope): unknown =>
  object['direction'] ?? (type === 'message.received' ? 'incoming' : 'outgoing');

function restMessage({ family, type, object, context }: Envelope): Told {
  // The type is what the webhook is about; the object may say how far the message is by now.
  const status = type.slice('message.'.length);
  if (family === 'v1') {
    const { text, body, userId, createdBy } = object;
    return { ...object, status, text: text ?? body, userId: userId ?? createdBy };
  }
  return {
    ...placeOf(context),
    ...object,
    status,
    from: context['senderIdentifier'],
    to: context['recipientIdentifiers'],
  };
}

const legacyCall = (object: Told): Told => ({
  ...object,
  userId: object['userId'] ?? object['createdBy'],
});

const sides = z.object({ external: z.array(z.string()), workspace: z.array(z.string()) });

function datedCall({ object, context }: Envelope): Told {
  const told = sides.safeParse(context['participants']);
  const { external, workspace } = told.success ? told.data : { external: [], workspace: [] };
  const comesIn = directionOf(String(object['direction'])) === 'in';
  const both = comesIn ? [external[0], workspace[0]] : [workspace[0], external[0]];
  return {
    ...placeOf(context),
    ...object,
    participants: external.length > 0 ? both.map((side) => side ?? '') : [],
  };
}

const placeOf = ({ phoneNumberId, conversationId, userId }: Told): Told => ({
  phoneNumberId,
  conversationId,
  userId,
});

const medium = z.object({ url: id, type: textOrNull });

const mediaOf = (object: Told): PastMedia[] =>
  listOf(medium)
    .parse(object['media'])
    .map(({ url, type }) => ({ url, contentType: type ?? 'application/octet-stream' }));
