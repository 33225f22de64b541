import type { Channel } from '#domain/sequences/step.ts';
import { dayOf, localTime } from './local-time.ts';
import type { ChosenBy } from './decision.ts';
import type { Purpose } from './purpose.ts';
import type { SenderFacts, SenderPool } from './sender.ts';

export type Addressee = { country: string; areaCode: string | null; region: string | null };

export type SenderChoice =
  | { kind: 'chosen'; sender: SenderFacts; by: ChosenBy }
  /** Every number that could serve has used up its day. */
  | { kind: 'capped'; until: number }
  /** The number that this person knows rests; another would be a stranger. */
  | { kind: 'resting'; sender: SenderFacts }
  | { kind: 'none' };

export type ChoiceInput = {
  pool: SenderPool;
  addressee: Addressee;
  channel: Channel;
  purpose: Purpose;
  /** The sender of a place in line that was taken before. */
  reservedId: string | null;
};

/**
 * From which number a message goes. A person keeps the number they know; a new one gets a number
 * of their own area, else the one of the highest priority that has been idle the longest.
 */
export function chooseSender(input: ChoiceInput, at: number): SenderChoice {
  const { sticky } = input.pool;
  if (sticky?.channels.includes(input.channel)) return keep(sticky, input, at);
  const fit = input.pool.senders.filter(
    (sender) =>
      sender.state === 'active' && sender.rotation && sender.channels.includes(input.channel),
  );
  if (fit.length === 0) return { kind: 'none' };
  const free = fit.filter((sender) => underCap(sender, input, at));
  const reserved = free.find((sender) => sender.id === input.reservedId);
  if (reserved) return { kind: 'chosen', sender: reserved, by: 'reserved' };
  return rotate(free, input.addressee) ?? { kind: 'capped', until: dayOf(at, input.pool.zone).to };
}

/** An alert closes a number for new people only. */
function keep(sender: SenderFacts, input: ChoiceInput, at: number): SenderChoice {
  if (sender.state === 'paused') return { kind: 'resting', sender };
  if (underCap(sender, input, at)) return { kind: 'chosen', sender, by: 'sticky' };
  return { kind: 'capped', until: dayOf(at, input.pool.zone).to };
}

/** The cap counts marketing alone; an answer is never refused for it. */
function underCap(sender: SenderFacts, { pool, purpose }: ChoiceInput, at: number): boolean {
  if (purpose !== 'marketing') return true;
  const sent = localTime(at, pool.zone).day === pool.day ? sender.sentToday : 0;
  return sent < sender.dailyCap;
}

function rotate(free: readonly SenderFacts[], addressee: Addressee): SenderChoice | null {
  const highest = Math.max(...free.map((sender) => sender.priority));
  const top = free.filter((sender) => sender.priority === highest).toSorted(longestIdle);
  const near = top.filter((sender) => sender.country === addressee.country);
  const ways: [ChosenBy, SenderFacts | undefined][] = [
    ['area-code', near.find((sender) => same(sender.areaCode, addressee.areaCode))],
    ['region', near.find((sender) => same(sender.region, addressee.region))],
    ['rotation', near[0] ?? top[0]],
  ];
  for (const [by, sender] of ways) if (sender) return { kind: 'chosen', sender, by };
  return null;
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

/** A number never used comes first; the id decides between equals, so that the order is one. */
function longestIdle(a: SenderFacts, b: SenderFacts): number {
  const idle = (a.lastUsedAt ?? -Infinity) - (b.lastUsedAt ?? -Infinity);
  if (a.lastUsedAt !== b.lastUsedAt) return idle;
  return a.id < b.id ? -1 : 1;
}
