import { phoneText } from '#domain/contacts/phone-text.ts';
import type { SeatedUi } from '../ui.ts';
import type { DeskSender, OpenConversation } from './types.ts';

interface FromProps {
  ui: SeatedUi;
  conversation: OpenConversation;
  senders: readonly DeskSender[];
}

/** The number of ours that the answer comes from: the one they wrote to, unless another is chosen. */
export const FromNumber = ({ ui, conversation, senders }: FromProps) => {
  const t = ui.t.inbox.composer;
  const known = senders.find(({ id }) => id === conversation.senderId);
  const usable = known && known.state !== 'paused' ? known.id : '';
  return (
    <select class="input" name="sender" aria-label={t.sender}>
      {!known && (
        <option value="" selected>
          {t.anySender}
        </option>
      )}
      {senders.map(({ id, value, state }) => (
        <option value={id} selected={id === usable} disabled={state === 'paused'}>
          {state === 'paused' ? t.pausedSender(phoneText(value)) : t.from(phoneText(value))}
        </option>
      ))}
    </select>
  );
};

/** Only where a person has more than one number: which of them. */
export const ToNumber = ({ ui, conversation }: Omit<FromProps, 'senders'>) => {
  const t = ui.t.inbox.composer;
  const phones = conversation.addresses.filter(({ kind }) => kind === 'phone');
  if (phones.length < 2) return <></>;
  return (
    <select class="input" name="to" aria-label={t.address}>
      {phones.map(({ id, value, closed }) => (
        <option value={id} selected={id === conversation.addressId} disabled={closed !== null}>
          {closed ? t.closedAddress(phoneText(value)) : t.to(phoneText(value))}
        </option>
      ))}
    </select>
  );
};
