import { z } from 'zod';
import type {
  PastCall,
  PastConversation,
  PastMessage,
  PastNumber,
  PastPerson,
  PastRecording,
  PastSummary,
  PastTranscript,
  PastVoicemail,
} from '#domain/history/exchange.ts';
import {
  readRecording,
  readSummary,
  readTranscript,
  readVoicemail,
} from '#domain/openphone/parts.ts';
import {
  readCall,
  readConversation,
  readMessage,
  readNumber,
  readPerson,
} from '#domain/openphone/rest.ts';
import { OpenPhoneError } from './error.ts';
import { ask, type OpenPhoneSettings } from './http.ts';

export interface Page<T> {
  items: T[];
  /** The token of the next page. */
  next: string | null;
  /** Objects of the page that could not be read at all. */
  unreadable: number;
}

/** Bounds are instants in ISO 8601 and may lie outside the span. */
export interface ConversationsAsked {
  /** Id of a number, or E.164. */
  numberId?: string;
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
  updatedAfter?: string | undefined;
  updatedBefore?: string | undefined;
  token?: string | null;
}

/** Of a group messages need all participants; calls take one. */
export interface ExchangeAsked {
  numberId: string;
  participants: readonly string[];
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
  token?: string | null;
}

export interface MessageToSend {
  content: string;
  /** A number, or its id. */
  from: string;
  to: readonly string[];
  setInboxStatus?: 'done';
}

export const webhookKinds = ['messages', 'calls', 'call-summaries', 'call-transcripts'] as const;
export type WebhookKind = (typeof webhookKinds)[number];

export interface NewWebhook {
  url: string;
  events: readonly string[];
}

export interface Webhook {
  id: string;
  url: string;
  events: string[];
  /** The signing key, base64; empty where it is not told. */
  key: string;
}

export type OpenPhone = ReturnType<typeof createOpenPhone>;

/** OpenPhone (Quo), v1, in our words; see docs/providers/openphone.md. Each call throws OpenPhoneError. */
export function createOpenPhone(settings: OpenPhoneSettings) {
  return {
    users: (token?: string | null) =>
      page<PastPerson>('/users', { maxResults: 50, pageToken: token }, readPerson),
    /** All at once: this list has no pages. */
    phoneNumbers: () => page<PastNumber>('/phone-numbers', {}, readNumber),
    conversations: ({ numberId, token, ...bounds }: ConversationsAsked) =>
      page<PastConversation>(
        '/conversations',
        { ...bounds, phoneNumbers: numberId, maxResults: 100, pageToken: token },
        readConversation,
      ),
    messages: (asked: ExchangeAsked) =>
      page<PastMessage>('/messages', exchangeQuery(asked), readMessage),
    calls: (asked: ExchangeAsked) => page<PastCall>('/calls', exchangeQuery(asked), readCall),
    call: (id: string) => one<PastCall>(`/calls/${of(id)}`, readCall),
    recordings: async (callId: string) =>
      (await page<PastRecording>(`/call-recordings/${of(callId)}`, {}, readRecording)).items,
    voicemail: (callId: string) =>
      one<PastVoicemail>(`/call-voicemails/${of(callId)}`, readVoicemail),
    summary: (callId: string) => one<PastSummary>(`/call-summaries/${of(callId)}`, readSummary),
    transcript: (callId: string) =>
      one<PastTranscript>(`/call-transcripts/${of(callId)}`, readTranscript),
    sendMessage: (body: MessageToSend) => one<PastMessage>('/messages', readMessage, body),
    createWebhook: (kind: WebhookKind, body: NewWebhook) =>
      one<Webhook>(`/webhooks/${kind}`, readWebhook, body),
    webhooks: async () => (await page<Webhook>('/webhooks', {}, readWebhook)).items,
  };

  async function page<T>(
    path: string,
    query: Parameters<typeof ask>[1]['query'] & object,
    read: (raw: unknown) => T | null,
  ): Promise<Page<T>> {
    const listed = envelope.safeParse(await ask(settings, { path, query }));
    if (!listed.success) throw new OpenPhoneError(200, 'not-a-list');
    const { data, nextPageToken: next } = listed.data;
    const items = data.map(read).filter((item) => item !== null);
    return { items, next, unreadable: data.length - items.length };
  }

  async function one<T>(
    path: string,
    read: (raw: unknown) => T | null,
    body?: unknown,
  ): Promise<T> {
    const asked = body === undefined ? { path } : { path, body, method: 'POST' as const };
    const answer = (await ask(settings, asked)) as { data?: unknown } | null;
    const found = read(answer?.data);
    if (found === null) throw new OpenPhoneError(200, 'not-an-object');
    return found;
  }
}

const of = encodeURIComponent;

/** What the list says of its length is wrong, as the provider says itself, and is not read. */
const envelope = z.object({
  data: z.array(z.unknown()),
  nextPageToken: z
    .string()
    .transform((token) => token || null)
    .nullish()
    .transform((token) => token ?? null),
});

const exchangeQuery = ({ numberId, token, ...asked }: ExchangeAsked) => ({
  ...asked,
  phoneNumberId: numberId,
  maxResults: 100,
  pageToken: token,
});

const webhook = z.object({
  id: z.string().min(1),
  url: z.string().catch(''),
  events: z.array(z.string()).catch([]),
  key: z.string().catch(''),
});

function readWebhook(raw: unknown): Webhook | null {
  const read = webhook.safeParse(raw);
  return read.success ? read.data : null;
}
