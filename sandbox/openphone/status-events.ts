import { type Message, type Status } from '../state/message.ts';
import type { Store } from '../store.ts';
import type { StatusCallbacks } from '../twilio/status-callbacks.ts';
import type { EventType } from './webhooks/event.ts';
import type { Events } from './webhooks/events.ts';

const EVENTS: Partial<Record<Status, EventType>> = {
  delivered: 'message.delivered',
  undelivered: 'message.undelivered',
  failed: 'message.failed',
};

/** Of the states of a sent message Quo tells the last one alone; what was not taken is kept as an event. */
export function statusEvents({ world }: Store, events: Events): StatusCallbacks {
  return {
    tell(message: Message, mark) {
      const type = EVENTS[mark.status];
      const workspace = world.openphone.get(message.account);
      if (type && workspace && message.origin === 'api') {
        void events.tell(workspace, type, message.sid);
      }
    },
    tellAgain() {},
  };
}
