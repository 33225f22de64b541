import type { Faults } from '../faults/faults.ts';
import type { Sender } from '../state/account.ts';
import type { Message } from '../state/message.ts';
import { pairOf } from '../state/world.ts';
import type { Draft, Store } from '../store.ts';
import type { Timers } from '../timers.ts';
import { inboundFields } from './inbound-fields.ts';
import { type Keyword, KEYWORD_REPLIES, keywordIn } from './keywords.ts';
import { segmentsOf } from './segments.ts';
import { newSid } from './sid.ts';
import type { Walk } from './walk.ts';
import type { DeliverWebhook } from './webhooks.ts';

export type FromPhone = {
  readonly from: string;
  readonly to: Sender;
  readonly body: string;
  readonly hasPicture: boolean;
};

/** The way of a message from a phone to the client's app. */
export interface Inbound {
  /** Resolves once the message is safely taken; the webhook follows by itself. */
  receive: (message: FromPhone) => Promise<Message>;
  /** After a restart: posts the webhook unless it had been dealt with. */
  tellAgain: (message: Message) => void;
}

export function createInbound(options: {
  readonly store: Store;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly walk: Walk;
  readonly deliver: DeliverWebhook;
}): Inbound {
  const { store, faults, timers, walk, deliver } = options;

  async function post(message: Message): Promise<void> {
    const account = store.world.accounts.get(message.account);
    if (!account) return;
    if (faults.strikes('loseTexts')) {
      await store.record({ kind: 'told', sid: message.sid, status: 'received' });
      return;
    }
    const delay = faults.callbackDelay();
    if (delay > 0) await timers.sleep(delay);
    const address = store.resolve(account.webhook.messages);
    const webhook = { address, token: account.token, fields: inboundFields(message) };
    const twice = faults.strikes('duplicateCallbacks');
    await Promise.all([deliver(webhook), ...(twice ? [deliver(webhook)] : [])]);
    await store.record({ kind: 'told', sid: message.sid, status: 'received' });
  }

  /** Where our side confirms, the provider keeps no list and says nothing. */
  function heed(
    keyword: Keyword | undefined,
    sender: Sender,
    phone: string,
  ): Promise<Message> | undefined {
    if (keyword === undefined || sender.confirms === 'us') return undefined;
    const wasBlocked = store.world.optOuts.has(pairOf(sender.number, phone));
    const blocked = keyword === 'STOP';
    if (keyword !== 'HELP' && blocked === wasBlocked) return undefined;
    if (keyword !== 'HELP') {
      void store.record({ kind: 'opt-out', from: sender.number, to: phone, blocked });
    }
    return store.accept(replyDraft(keyword, sender, phone));
  }

  return {
    async receive({ from, to, body, hasPicture }) {
      const isBlocked = store.world.optOuts.has(pairOf(to.number, from));
      const keyword = hasPicture ? undefined : keywordIn(body, isBlocked);
      const taken = store.accept(inboundDraft({ from, to, body, hasPicture }, keyword));
      const reply = heed(keyword, to, from);
      const message = await taken;
      void post(message);
      if (reply) walk.begin(await reply);
      return message;
    },
    tellAgain(message) {
      if (!message.marks[0]?.told) void post(message);
    },
  };
}

function inboundDraft(message: FromPhone, keyword: Keyword | undefined): Draft {
  const { from, to, body, hasPicture } = message;
  return {
    sid: newSid(hasPicture ? 'MM' : 'SM'),
    account: to.account,
    origin: 'phone',
    from,
    to: to.number,
    body,
    segments: segmentsOf(body),
    media: hasPicture ? [newSid('ME')] : [],
    first: 'received',
    fields: keyword && to.confirms === 'provider' ? { OptOutType: keyword } : {},
  };
}

function replyDraft(keyword: Keyword, sender: Sender, phone: string): Draft {
  const body = KEYWORD_REPLIES[keyword];
  return {
    sid: newSid('SM'),
    account: sender.account,
    origin: 'provider',
    from: sender.number,
    to: phone,
    body,
    segments: segmentsOf(body),
    media: [],
    first: 'queued',
    fields: {},
  };
}
