import type { Purpose } from './purpose.ts';
import type { Reservation, SenderFacts } from './sender.ts';

/** When a sender can take the message, and until when its line is taken then. */
export type Slot = { slotAt: number; freeAt: number };

/** A place not used within a minute is given up: after a long pause all would come at once. */
const placeKeeps = 60_000;

/** How long one message occupies its sender, in milliseconds: carriers count segments. */
export function occupies(sender: SenderFacts, segments: number): number {
  return Math.ceil((segments * 1000) / sender.ratePerSecond);
}

/**
 * The next free place in a sender's line. Marketing queues; an answer goes at once and those
 * who wait move back by as much.
 */
export function nextSlot(
  input: {
    sender: SenderFacts;
    segments: number;
    purpose: Purpose;
    reservation: Reservation | null;
  },
  at: number,
): Slot {
  const { sender, reservation } = input;
  const free = sender.freeAt ?? at;
  // Several places may be late at once, after an outage: then one waits for the other.
  const clear = Math.max(at, sender.busyUntil ?? at);
  const takes = occupies(sender, input.segments);
  if (input.purpose === 'marketing' && reservation && keeps(reservation, sender, at)) {
    const slotAt = Math.max(clear, reservation.slotAt);
    return { slotAt, freeAt: Math.max(free, slotAt + takes) };
  }
  const lineFree = Math.max(clear, free);
  const slotAt = input.purpose === 'marketing' ? lineFree : at;
  return { slotAt, freeAt: lineFree + takes };
}

function keeps(reservation: Reservation, sender: SenderFacts, at: number): boolean {
  return reservation.senderId === sender.id && at <= reservation.slotAt + placeKeeps;
}
