import type { Sender } from '../../state/account.ts';
import type { Message } from '../../state/message.ts';
import type { Store } from '../../store.ts';
import { segmentsOf } from '../../twilio/segments.ts';
import { newSid } from '../../twilio/sid.ts';
import { newActivityId } from '../ids.ts';
import type { Events } from '../webhooks/events.ts';

export type ToQuo = {
  readonly from: string;
  /** A number of Quo's. */
  readonly to: Sender;
  readonly body: string;
  readonly pictures: number;
  /** Others in the group, without us and whoever writes. */
  readonly others: readonly string[];
};

export interface QuoInbound {
  /** Resolves once the message is safely taken; the webhooks follow by themselves. */
  receive: (message: ToQuo) => Promise<Message>;
}

export function createQuoInbound(parts: {
  readonly store: Store;
  readonly events: Events;
}): QuoInbound {
  const { store, events } = parts;
  return {
    async receive({ from, to, body, pictures, others }) {
      const workspace = store.world.openphone.get(to.account)!;
      const number = workspace.numbers.find((one) => one.id === to.openphone)!;
      const taken = store.accept({
        sid: newActivityId(),
        account: to.account,
        origin: 'phone',
        from,
        to: to.number,
        body,
        segments: segmentsOf(body),
        media: Array.from({ length: pictures }, () => newSid('ME')),
        first: 'received',
        fields: {},
        openphone: {
          phoneNumberId: number.id,
          participants: [from, ...others],
          userId: number.userIds[0]!,
        },
      });
      const message = await taken;
      void events.tell(workspace, 'message.received', message.sid);
      return message;
    },
  };
}
