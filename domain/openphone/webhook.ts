import type { CallParts, PastCall, PastMessage } from '../history/exchange.ts';
import { readEnvelope, type Envelope, type WebhookFamily } from './envelope.ts';
import { mayHaveVoicemail, partsOf } from './webhook-parts.ts';
import { callOf, errorCodeOf, messageOf } from './webhook-objects.ts';

/** What a webhook says, in our words. */
export type WebhookSaid =
  /** Somebody wrote to us. */
  | { kind: 'message'; message: PastMessage }
  /** How far a message of the firm came, whoever wrote it. */
  | { kind: 'status'; message: PastMessage; errorCode: string | null }
  /** `ask`: something belongs to the call that no webhook tells; the provider is to be asked. */
  | { kind: 'call'; call: PastCall; parts: CallParts | null; ask: boolean }
  | { kind: 'parts'; parts: CallParts }
  /** True and of no use to us: it changes nothing. */
  | { kind: 'directory'; about: string | null }
  /** A test. */
  | { kind: 'ignored' }
  | { kind: 'malformed'; code: MalformedWebhook };

export type MalformedWebhook =
  | 'not-json'
  | 'no-type'
  | 'unknown-type'
  | 'no-message-id'
  | 'no-call-id';

export interface ReadWebhook {
  family: WebhookFamily;
  id: string | null;
  type: string;
  said: WebhookSaid;
}

export const webhookFamilies: readonly WebhookFamily[] = ['v1', 'dated'];

/** What tells one message that was heard from others, for the family that told it. */
export const heardKey = (messageId: string, family: WebhookFamily): string =>
  `message.received:${family}:${messageId}`;

/** Reads a webhook of either family and of any version; it throws for no body. */
export function readWebhook(body: string): ReadWebhook {
  const envelope = readEnvelope(body);
  if (typeof envelope === 'string') {
    return { family: 'v1', id: null, type: '', said: malformed(envelope) };
  }
  const { family, id, type } = envelope;
  return { family, id, type, said: saidIn(envelope) };
}

const malformed = (code: MalformedWebhook): WebhookSaid => ({ kind: 'malformed', code });

function saidIn(envelope: Envelope): WebhookSaid {
  switch (envelope.type) {
    case 'message.received':
    case 'message.delivered':
    case 'message.undelivered':
    case 'message.failed':
      return saidOfMessage(envelope);
    case 'call.ringing':
    case 'call.answered':
    case 'call.completed':
    case 'call.forwarded':
    case 'call.missed':
    case 'call.recording.completed':
      return saidOfCall(envelope);
    case 'call.summary.completed':
    case 'call.transcript.completed':
    case 'call.voicemail.completed': {
      const parts = partsOf(envelope);
      return parts ? { kind: 'parts', parts } : malformed('no-call-id');
    }
    default:
      return saidOfOthers(envelope);
  }
}

function saidOfMessage(envelope: Envelope): WebhookSaid {
  const message = messageOf(envelope);
  if (!message) return malformed('no-message-id');
  if (message.direction === 'in') return { kind: 'message', message };
  return { kind: 'status', message, errorCode: errorCodeOf(envelope) };
}

function saidOfCall(envelope: Envelope): WebhookSaid {
  const call = callOf(envelope);
  if (!call) return malformed('no-call-id');
  const parts = partsOf(envelope);
  const unnamed = envelope.type === 'call.recording.completed' && !parts?.recordings;
  return { kind: 'call', call, parts, ask: unnamed || mayHaveVoicemail(envelope, call) };
}

/** Contacts and tasks of the provider's own book, and the menu that a caller chose from. */
const withoutUse = /^(?:contact|task)\.|^call\.menu\./;
const tests = /(?:^|\.)(?:test|ping)$/;

function saidOfOthers({ type, object }: Envelope): WebhookSaid {
  if (tests.test(type)) return { kind: 'ignored' };
  if (!withoutUse.test(type)) return malformed('unknown-type');
  return { kind: 'directory', about: typeof object['id'] === 'string' ? object['id'] : null };
}
