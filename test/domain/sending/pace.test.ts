import { describe, expect, test } from 'vitest';
import { decide } from '#domain/sending/decide.ts';
import type { SendFacts } from '#domain/sending/facts.ts';
import { ready, reply, sender, tuesday } from './world.ts';

const minute = 60_000;
const at = (iso: string) => Date.parse(iso);
const pool = (change: Partial<SendFacts['pool']>) => ({ pool: { ...ready.pool, ...change } });

describe("a sender's line", () => {
  const busy = pool({ senders: [sender({ freeAt: tuesday + 5000 })] });

  test('a message takes its place and is told when to come back', () => {
    const decision = decide({ ...ready, ...busy }, tuesday);
    expect(decision).toMatchObject({
      kind: 'hold',
      rule: 'pace',
      until: tuesday + 5000,
      reserve: { senderId: 'a', slotAt: tuesday + 5000, freeAt: tuesday + 6000 },
    });
  });

  test('with its place it goes when its turn comes, and takes no second one', () => {
    const placed = {
      ...ready,
      ...pool({ senders: [sender({ freeAt: tuesday + 9000 })] }),
      reservation: { senderId: 'a', slotAt: tuesday + 5000 },
    };
    expect(decide(placed, tuesday + 4000)).toMatchObject({
      kind: 'hold',
      until: tuesday + 5000,
      reserve: { senderId: 'a', slotAt: tuesday + 5000, freeAt: tuesday + 9000 },
    });
    expect(decide(placed, tuesday + 5000)).toMatchObject({
      kind: 'send',
      chosenBy: 'reserved',
      freeAt: tuesday + 9000,
    });
  });

  test('a place not used for a minute is lost', () => {
    const late = {
      ...ready,
      ...pool({ senders: [sender({ freeAt: tuesday + 90_000 })] }),
      reservation: { senderId: 'a', slotAt: tuesday },
    };
    expect(decide(late, tuesday + minute)).toMatchObject({ kind: 'send' });
    expect(decide(late, tuesday + minute + 1)).toMatchObject({
      kind: 'hold',
      reserve: { slotAt: tuesday + 90_000 },
    });
  });

  test('places that are late together, after an outage, go one after the other', () => {
    const first = tuesday + 10_000;
    const late = (slotAt: number, line: { busyUntil: number | null }) =>
      decide(
        {
          ...ready,
          ...pool({ senders: [sender({ freeAt: tuesday + 5000, ...line })] }),
          reservation: { senderId: 'a', slotAt },
        },
        first,
      );
    const gone = late(tuesday + 1000, { busyUntil: null });
    expect(gone).toMatchObject({ kind: 'send', busyUntil: first + 1000 });
    expect(late(tuesday + 2000, { busyUntil: first + 1000 })).toMatchObject({
      kind: 'hold',
      rule: 'pace',
      reserve: { slotAt: first + 1000, freeAt: first + 2000 },
    });
  });

  test('after an answer the next place waits until the number is clear', () => {
    const answered = decide({ ...reply, ...pool({ senders: [sender()] }) }, tuesday);
    expect(answered).toMatchObject({ kind: 'send', busyUntil: tuesday + 1000 });
    const placed = {
      ...ready,
      ...pool({ senders: [sender({ freeAt: tuesday + 1000, busyUntil: tuesday + 1000 })] }),
      reservation: { senderId: 'a', slotAt: tuesday + 200 },
    };
    expect(decide(placed, tuesday + 200)).toMatchObject({ kind: 'hold', until: tuesday + 1000 });
  });

  test('no place is taken where its turn would come after closing time', () => {
    const closing = at('2026-11-17T17:59:58-05:00');
    const decision = decide(
      { ...ready, ...pool({ senders: [sender({ freeAt: closing + 5000 })] }) },
      closing,
    );
    expect(decision).toMatchObject({
      kind: 'hold',
      until: at('2026-11-18T14:00:00Z'),
      reserve: null,
    });
  });

  test('a message of two segments occupies its number twice as long', () => {
    const long = { ...ready, text: { kind: 'text', text: 'x'.repeat(161) } } as const;
    expect(decide(long, tuesday)).toMatchObject({
      segments: 2,
      freeAt: tuesday + 2000,
      estimateMicros: 21_800,
    });
  });

  test('an answer goes before those who wait, and they move back', () => {
    expect(decide({ ...reply, ...busy }, tuesday)).toMatchObject({
      kind: 'send',
      freeAt: tuesday + 6000,
    });
  });
});

describe('a burst', () => {
  test('of new people is carried by all numbers at once, none faster than its rate', () => {
    const senders = Array.from({ length: 16 }, (_, n) =>
      sender({ id: `n${String(n).padStart(2, '0')}` }),
    );
    const slots = Array.from({ length: 160 }, (_, person) => {
      const decision = decide({ ...ready, ...pool({ senders }) }, tuesday + person);
      const place = placeIn(decision, tuesday + person);
      const used = senders.findIndex(({ id }) => id === place.senderId);
      senders[used] = { ...senders[used]!, freeAt: place.freeAt, lastUsedAt: tuesday + person };
      return place;
    });
    const bySender = Map.groupBy(slots, ({ senderId }) => senderId);
    expect(bySender.size).toBe(16);
    for (const line of bySender.values()) {
      const gaps = line.slice(1).map(({ slotAt }, n) => slotAt - line[n]!.slotAt);
      expect(line).toHaveLength(10);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    }
    expect(Math.max(...slots.map(({ slotAt }) => slotAt))).toBeLessThan(tuesday + 10_000);
  });
});

function placeIn(decision: ReturnType<typeof decide>, now: number) {
  if (decision.kind === 'send') {
    return { senderId: decision.sender.id, slotAt: now, freeAt: decision.freeAt };
  }
  if (decision.kind === 'hold' && decision.reserve) return decision.reserve;
  throw new Error(`no place: ${decision.kind}`);
}
