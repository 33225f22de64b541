import { type Account, E164 } from '../state/account.ts';
import { pairOf } from '../state/world.ts';
import type { Draft, Store } from '../store.ts';
import type { RefusalCode } from './errors.ts';
import { segmentsOf } from './segments.ts';
import { newSid } from './sid.ts';
import type { Walk } from './walk.ts';

/** Twilio's magic numbers for tests, and the refusal that each asks for. */
const MAGIC: Readonly<Record<string, RefusalCode>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};

const KEPT_APART = new Set(['To', 'From', 'Body', 'MediaUrl', 'StatusCallback']);

export type Verdict = { readonly refusal: RefusalCode } | { readonly draft: Draft };

/** Judges a posted message as Twilio would; what passes is ready to be accepted. */
export function judgeCreate(
  form: URLSearchParams,
  account: Account,
  { store, walk }: { store: Store; walk: Walk },
): Verdict {
  const refusal = refusalOfContent(form) ?? refusalOfParties(form, account, { store, walk });
  return refusal ? { refusal } : { draft: draftOf(form, account) };
}

function refusalOfContent(form: URLSearchParams): RefusalCode | undefined {
  const body = form.get('Body') ?? '';
  const callback = form.get('StatusCallback');
  if (!form.get('To')) return 21604;
  if (!body && !form.has('MediaUrl')) return 21602;
  if (Array.from(body).length > 1600) return 21617;
  return callback && !/^https?:\/\/[^_/]+/.test(callback) ? 21609 : undefined;
}

function refusalOfParties(
  form: URLSearchParams,
  account: Account,
  { store, walk }: { store: Store; walk: Walk },
): RefusalCode | undefined {
  const to = form.get('To') ?? '';
  const from = form.get('From');
  const sender = store.world.senders.get(from ?? '');
  if (!E164.test(to)) return 21211;
  if (!from) return form.has('MessagingServiceSid') ? 21703 : 21603;
  if (sender?.account !== account.sid) return 21606;
  if (from === to) return 21266;
  if (store.world.optOuts.has(pairOf(from, to))) return 21610;
  return MAGIC[to] ?? (walk.isFull(sender) ? 21611 : undefined);
}

function draftOf(form: URLSearchParams, account: Account): Draft {
  const body = form.get('Body') ?? '';
  const media = form.getAll('MediaUrl');
  const callback = form.get('StatusCallback');
  return {
    sid: newSid(media.length > 0 ? 'MM' : 'SM'),
    account: account.sid,
    origin: 'api',
    from: form.get('From') ?? '',
    to: form.get('To') ?? '',
    body,
    segments: media.length > 0 ? 1 : segmentsOf(body),
    media,
    first: form.has('MessagingServiceSid') ? 'accepted' : 'queued',
    fields: Object.fromEntries([...form].filter(([name]) => !KEPT_APART.has(name))),
    ...(callback ? { statusCallback: callback } : {}),
  };
}
