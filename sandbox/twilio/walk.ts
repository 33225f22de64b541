import type { Faults } from '../faults/faults.ts';
import { isTerminal, type Message, type Status, statusOf } from '../state/message.ts';
import type { Store } from '../store.ts';
import type { Timers } from '../timers.ts';
import { createSenderQueue, type SenderQueue } from './sender-queue.ts';
import type { StatusCallbacks } from './status-callbacks.ts';

/** How long a message takes from its turn to its end, in milliseconds; each draws its own. */
export type Pace = { readonly fastestMs: number; readonly slowestMs: number };

/** queued -> sending -> sent -> delivered or undelivered, by timers; Quo has no `sending`. */
export interface Walk {
  /** From where the message stands: just accepted, or found half-way after a restart. */
  begin: (message: Message) => void;
  isFull: SenderQueue['isFull'];
}

const SHARES: Partial<Record<Status, number>> = {
  queued: 0.2,
  accepted: 0.2,
  sending: 0.3,
  sent: 0.5,
};

export function createWalk(options: {
  readonly store: Store;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly pace: Pace;
  readonly callbacks: StatusCallbacks;
}): Walk {
  const { store, faults, timers, pace, callbacks } = options;
  const queue = createSenderQueue({
    rateOf: (number) => store.world.senders.get(number)?.ratePerSecond ?? 1,
    onTurn: proceed,
    timers,
  });

  function proceed(message: Message): void {
    if (isStale(message)) return reach(message, 'failed', 30036);
    const whole = pace.fastestMs + Math.random() * (pace.slowestMs - pace.fastestMs);
    timers.after(whole * (SHARES[statusOf(message)] ?? 0), () => step(message));
  }

  function step(message: Message): void {
    const status = statusOf(message);
    if (status !== 'sent') {
      const isLeaving = status === 'sending' || message.openphone !== undefined;
      return reach(message, isLeaving ? 'sent' : 'sending');
    }
    const errorCode = faults.undelivered();
    reach(message, errorCode === undefined ? 'delivered' : 'undelivered', errorCode);
  }

  function reach(message: Message, status: Status, errorCode?: number): void {
    const at = Date.now();
    const failure = errorCode === undefined ? {} : { errorCode };
    void store.record({ kind: 'status', sid: message.sid, status, at, ...failure });
    callbacks.tell(message, message.marks.at(-1)!);
    if (!isTerminal(status)) proceed(message);
  }

  return {
    begin(message) {
      if (isWaiting(message)) queue.add(message);
      else if (!isTerminal(statusOf(message))) proceed(message);
    },
    isFull: queue.isFull,
  };
}

function isWaiting(message: Message): boolean {
  return message.marks.length === 1 && message.origin !== 'phone';
}

function isStale(message: Message): boolean {
  const validitySeconds = Number(message.fields['ValidityPeriod'] ?? 36_000);
  return isWaiting(message) && Date.now() - message.acceptedAt > validitySeconds * 1000;
}
