import { chooseSender } from '#domain/sending/sender-choice.ts';
import { localTime } from '#domain/sending/local-time.ts';
import type { SeatedUi } from '../ui.ts';
import { standing, type SenderProps } from './senders.ts';

/** The number that somebody new from elsewhere would hear from now, by the rule that sends. */
export function nextSender(ui: SeatedUi, senders: readonly SenderProps[]): SenderProps | undefined {
  const now = ui.now.getTime();
  const pool = {
    sticky: null,
    senders: senders.map((sender) => ({
      ...sender,
      provider: sender.account.provider,
      state: standing(sender),
      lastUsedAt: sender.lastUsedAt?.getTime() ?? null,
      freeAt: null,
      busyUntil: null,
    })),
    day: localTime(now, ui.zone).day,
    zone: ui.zone,
  };
  const addressee = { country: '', areaCode: null, region: null };
  const choice = chooseSender(
    { pool, addressee, channel: 'sms', purpose: 'marketing', reservedId: null },
    now,
  );
  if (choice.kind !== 'chosen') return undefined;
  return senders.find(({ id }) => id === choice.sender.id);
}
