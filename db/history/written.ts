import { sql } from '../sql.ts';

/** What a page brought: rows that were not there, and rows that say something else than they did. */
export interface Written {
  written: number;
  changed: number;
}

/**
 * Who tells it. `history` never overrides what people did since; `event` behaves like a message of this
 * moment: it opens the conversation and asks for an answer.
 */
export type Origin = 'history' | 'event';

/** What lies back longer asks nobody for an answer, unless it is told as an event. */
export const askedWithin = sql`interval '7 days'`;
