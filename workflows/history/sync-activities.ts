/** What watching a provider asks of the outside world; activities/history answers. */
export interface SyncActivities {
  /**
   * Asks the provider for what moved since it was last found whole here. Where something is missing that no
   * webhook told in time, an import of the gap is written down, under the given id unless there is one that
   * nobody walks any more.
   */
  lookForGap: (input: { accountId: string; importId: string }) => Promise<GapFound>;
  /** Writes an import of the last days down. `no` where the account is not in use. */
  openNight: (input: { accountId: string; importId: string }) => Promise<'opened' | 'no'>;
  /**
   * Messages and calls that a walk had to write are drift: replies that came by it are heeded, and drift by
   * night raises an alert.
   * @returns how much it was
   */
  settleRepair: (input: { accountId: string; importId: string }) => Promise<number>;
  /** Asks for the call that a webhook could not tell whole, and settles the event. */
  fetchCall: (input: { eventId: string }) => Promise<CallFetched>;
  /**
   * Asks Twilio for what was written and how far our messages came since all was last known to be here, and
   * at least the given hours back; stores what no webhook told.
   */
  catchUpTwilio: (input: { accountId: string; hours: number }) => Promise<CaughtUp | null>;
}

/** What no webhook had told: texts of people, and ends of messages of ours. */
export interface CaughtUp {
  messages: number;
  statuses: number;
}

/** `idle`: the account is not in use, cannot be asked, or somebody has paused the import of its gap. */
export type GapFound = { kind: 'none' | 'idle' } | { kind: 'gap'; importId: string };

/** `unfinished`: the provider still works on something that belongs to it. */
export type CallFetched = 'written' | 'unfinished' | 'gone';
