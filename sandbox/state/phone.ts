import type { Message } from './message.ts';

/** A handset that a person plays: what it shows, in the order in which it got there. */
export type Phone = {
  readonly number: string;
  name?: string;
  unread: number;
  lastAt: number;
  readonly shown: Message[];
};

export function newPhone(number: string): Phone {
  return { number, unread: 0, lastAt: 0, shown: [] };
}

/** The phones touched last, newest first. */
export function latestPhones(phones: Iterable<Phone>, limit: number): Phone[] {
  return [...phones].sort((a, b) => b.lastAt - a.lastAt).slice(0, limit);
}

/** The number of ours that this phone heard from or wrote to last. */
export function lastSender(phone: Phone): string | undefined {
  const last = phone.shown.at(-1);
  return last?.from === phone.number ? last.to : last?.from;
}
