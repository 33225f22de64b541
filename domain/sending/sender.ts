import type { Channel } from '#domain/sequences/step.ts';
import type { Provider } from './refusals.ts';

export type SenderState = 'active' | 'paused' | 'alert';

/** What choosing and pacing look at. Instants are epoch milliseconds. */
export type SenderFacts = {
  id: string;
  /** Whose number it is: each has prices of its own. */
  provider: Provider;
  /** Its number in E.164. */
  value: string;
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
  /** Marketing messages a day; answers are not counted. */
  dailyCap: number;
  /** Marketing messages of the day that `SenderPool.day` names. */
  sentToday: number;
  /** Segments a second. */
  ratePerSecond: number;
  /** When its line of marketing messages is free again; null when it always was. */
  freeAt: number | null;
  /** Until when the message that really went last occupies it; null when none ever did. */
  busyUntil: number | null;
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
