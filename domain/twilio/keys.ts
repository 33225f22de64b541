import type { InboundMessage } from '../inbox/inbound-message.ts';
import { keywordOf } from '../inbox/meaning.ts';
import type { StatusFact } from '../sending/status-fact.ts';
import { field, type Form } from './form.ts';

/** What tells one event from all others, and in whose order it stands. */
export interface EventKeys {
  dedupeKey: string;
  orderKey: string;
  keyword: ReturnType<typeof keywordOf>;
}

export const messageKeys = ({ providerId, from, body, optOutType }: InboundMessage): EventKeys => ({
  dedupeKey: providerId,
  orderKey: from,
  keyword: keywordOf(body, optOutType),
});

export const statusKeys = ({ providerId }: StatusFact, form: Form): EventKeys => ({
  dedupeKey: `${providerId}:${field(form, 'MessageStatus') ?? field(form, 'SmsStatus') ?? ''}`,
  orderKey: providerId,
  keyword: null,
});
