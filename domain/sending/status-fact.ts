import type { SendState } from './states.ts';

/** What a provider tells of a message of ours. */
export interface StatusFact {
  providerId: string;
  /** Ours, from the callback's address. */
  sendId: string | null;
  state: SendState;
  errorCode: string | null;
  segments: number | null;
  priceMicros: number | null;
}
