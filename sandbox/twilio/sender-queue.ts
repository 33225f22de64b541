import type { Sender } from '../state/account.ts';
import type { Message } from '../state/message.ts';
import type { Timers } from '../timers.ts';

/** Twilio keeps at most so much waiting per sender; more is refused with 21611. */
const QUEUE_SECONDS = 36_000;

type Line = {
  readonly waiting: Message[];
  head: number;
  segments: number;
  freeAt: number;
  asleep: boolean;
};

/** Messages above the rate of their sender wait here, first come first served. */
export interface SenderQueue {
  add: (message: Message) => void;
  isFull: (sender: Sender) => boolean;
}

export function createSenderQueue(options: {
  readonly rateOf: (number: string) => number;
  readonly onTurn: (message: Message) => void;
  readonly timers: Timers;
}): SenderQueue {
  const { rateOf, onTurn, timers } = options;
  const lines = new Map<string, Line>();

  function lineOf(number: string): Line {
    const known = lines.get(number);
    if (known) return known;
    const line: Line = { waiting: [], head: 0, segments: 0, freeAt: 0, asleep: false };
    lines.set(number, line);
    return line;
  }

  function release(line: Line): void {
    const message = line.waiting[line.head]!;
    line.head += 1;
    line.segments -= message.segments;
    line.freeAt += (message.segments * 1000) / rateOf(message.from);
    onTurn(message);
  }

  function move(line: Line): void {
    while (line.head < line.waiting.length && line.freeAt <= Date.now()) release(line);
    if (line.head === line.waiting.length) {
      line.waiting.length = 0;
      line.head = 0;
    } else if (!line.asleep) {
      line.asleep = true;
      timers.after(line.freeAt - Date.now(), () => {
        line.asleep = false;
        move(line);
      });
    }
  }

  return {
    add(message) {
      const line = lineOf(message.from);
      // A late timer may catch up on its debt, an idle line may not save up a burst.
      if (line.waiting.length === 0) line.freeAt = Math.max(line.freeAt, Date.now());
      line.waiting.push(message);
      line.segments += message.segments;
      move(line);
    },
    isFull: (sender) => lineOf(sender.number).segments > sender.ratePerSecond * QUEUE_SECONDS,
  };
}
