import { mayTryAgain } from '#domain/inbox/retry.ts';
import { refusalOf } from '#domain/sending/refusals.ts';
import type { SendState } from '#domain/sending/states.ts';
import { hx } from '../hx.ts';
import { OrderField } from '../kit/order-field.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { OpenConversation, SaidEntry } from './types.ts';

interface StateProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  entry: SaidEntry;
}

/** How far a message of ours came, in words; what to do where it came no further. */
export const MessageState = ({ ui, conversation, entry }: StateProps) => {
  const t = ui.t.inbox.state;
  const state = stateOf(entry);
  if (!state) return <></>;
  const failed = isFailure(state);
  const { send } = entry;
  return (
    <>
      <span class={failed ? 'is-danger' : undefined} data-state={state}>
        {failed ? reasonText(ui, entry, state) : stateText(ui, entry, state)}
      </span>
      {entry.retried && <span>{t.again}</span>}
      {send?.segments && !failed && (
        <span>{t.segments(send.segments, priceOf(ui, send.priceMicros, send.currency))}</span>
      )}
      {state === 'unconfirmed' && <a href={paths.unconfirmed()}>{t.decide}</a>}
      {failed && <TryAgain ui={ui} conversation={conversation} entry={entry} />}
    </>
  );
};

/** The ledger knows more states than the thread keeps. */
function stateOf({ send, state }: SaidEntry): SendState | null {
  return send?.state ?? (state === 'received' ? null : state);
}

const isFailure = (state: SendState): boolean =>
  ['undelivered', 'failed', 'refused', 'dropped'].includes(state);

function stateText(ui: SeatedUi, { send }: SaidEntry, state: SendState): string {
  const t = ui.t.inbox.state;
  const at = send?.finishedAt ? new Date(send.finishedAt) : null;
  if (state === 'held') return t.held(send?.heldUntil ? new Date(send.heldUntil) : null);
  if (state === 'delivered' || state === 'read') return t[state](at);
  return t[state];
}

function reasonText(ui: SeatedUi, { send }: SaidEntry, state: SendState): string {
  const t = ui.t.inbox.state;
  const what = t[state as 'undelivered' | 'failed' | 'refused' | 'dropped'];
  const code = send?.errorCode;
  if (!code) return what;
  const reason = /^\d+$/.test(code) ? refusalOf(send.provider ?? 'twilio', code).reason : code;
  const known = t.reasons[reason];
  return t.because(what, reason === 'refused' || !known ? t.code(code) : known);
}

function priceOf(ui: SeatedUi, micros: number | null, currency: string | null): string | null {
  return micros && currency ? ui.format.unitPrice(micros, currency) : null;
}

const TryAgain = ({ ui, conversation, entry }: StateProps) => {
  const state = stateOf(entry);
  const reachable = conversation.addresses.some(
    ({ value, closed }) => value === entry.address && closed === null,
  );
  const may =
    conversation.mayWrite &&
    reachable &&
    entry.author &&
    !entry.retried &&
    state &&
    mayTryAgain(state, {
      provider: entry.send?.provider ?? 'twilio',
      errorCode: entry.send?.errorCode ?? null,
    });
  if (!may) return <></>;
  const post = paths.retries(conversation.id);
  return (
    <form
      method="post"
      action={post}
      {...hx({ post, swap: 'none', include: '#talk-from', disable: 'find button' })}
    >
      <OrderField />
      <input type="hidden" name="message" value={entry.id} />
      <button type="submit" class="link">
        {ui.t.inbox.composer.tryAgain}
      </button>
    </form>
  );
};
