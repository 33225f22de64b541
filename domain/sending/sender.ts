import type { Channel } from '#domain/sequences/step.ts';

export type SenderState = 'active' | 'paused' | 'blocked' | 'released';

/** What choosing and pacing look at. Instants are epoch milliseconds. */
export type SenderFacts = {
  id: string;
  number: string;
  country: string;
  /** NANP area code; null elsewhere. */
  areaCode: string | null;
  state: SenderState;
  /** State or province of the number, such as NH. */
  region: string | null;
  channels: readonly Channel[];
  /** Takes part in rotation; a sticky sender need not. */
  rotation: boolean;
  priority: number;
  lastUsedAt: number | null;
  /** Marketing messages a day; null is unlimited. */
  dailyCap: number | null;
  /** Marketing messages of the day that `SenderPool.day` names. */
  sentToday: number;
  segmentsPerSecond: number;
  /** When its line of marketing messages is free again; null when it always was. */
  nextFreeAt: number | null;
};

/** The numbers that may be used, and the one that this address already knows. */
export type SenderPool = {
  sticky: SenderFacts | null;
  senders: readonly SenderFacts[];
  /** The date that `sentToday` counts, and the zone in which that date is meant. */
  day: string;
  zone: string;
};

/** A place in a sender's line that an earlier look has taken for this send. */
export type Reservation = { senderId: string; slotAt: number };
