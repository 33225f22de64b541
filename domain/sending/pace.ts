import type { Purpose } from './purpose.ts';
import type { Reservation, SenderFacts } from './sender.ts';

/** When a sender can take the message, and until when its line is taken then. */
export type Slot = { slotAt: number; freeAt: number };

/** A place not used within a minute is given up: after a long pause all would come at once. */
const placeKeeps = 60_000;

/** How long one message occupies its sender, in milliseconds: carriers count segments. */
function occupies(sender: SenderFacts, segments: number): number {
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
  if (input.purpose === 'marketing' && reservation && keeps(reservation, sender, at)) {
    return { slotAt: Math.max(at, reservation.slotAt), freeAt: free };
  }
  const lineFree = Math.max(at, free);
  const slotAt = input.purpose === 'marketing' ? lineFree : at;
  return { slotAt, freeAt: lineFree + occupies(sender, input.segments) };
}

function keeps(reservation: Reservation, sender: SenderFacts, at: number): boolean {
  return reservation.senderId === sender.id && at <= reservation.slotAt + placeKeeps;
}
