import type { HistoryPace } from '#domain/history/pace.ts';
import type {
  HistoryFailure,
  HistoryKind,
  HistoryPhase,
  HistoryState,
  HistoryWait,
} from '#domain/history/run.ts';

/** An import of history in the list. */
export interface ListedHistory {
  id: string;
  accountName: string;
  kind: HistoryKind;
  state: HistoryState;
  since: Date | null;
  conversations: number;
  messages: number;
  calls: number;
  changed: number;
  proof: 'whole' | 'holes' | null;
  createdByName: string | null;
  createdAt: Date;
}

/** An import of history on its page. */
export interface HistoryRun extends ListedHistory {
  accountId: string;
  phase: HistoryPhase;
  perSecond: number;
  numbers: number;
  conversationsTotal: number | null;
  partsTotal: number | null;
  parts: number;
  requests: number;
  pace: HistoryPace;
  waitsFor: HistoryWait | null;
  failure: HistoryFailure | null;
  pausedBy: string | null;
  provedAt: Date | null;
  finishedAt: Date | null;
  /** Things that the provider has and we have not. */
  holes: number;
  /** The page of its workflow; null where nobody named the engine's own pages. */
  engineUrl: string | null;
}

/** A request that did not succeed at once. */
export interface ShownProblem {
  request: string;
  about: string;
  status: number | null;
  code: string;
  attempt: number;
  at: Date;
  solvedAt: Date | null;
}

export interface ShownProblems {
  problems: readonly ShownProblem[];
  open: number;
  total: number;
}

/** What the proof counted there and here, for one number. */
export interface NumberTally {
  /** In E.164; null where the number is gone. */
  value: string | null;
  name: string;
  conversations: number;
  messagesTheirs: number;
  messagesOurs: number;
  callsTheirs: number;
  callsOurs: number;
}

export interface MissingThing {
  kind: 'conversation' | 'message' | 'call';
  externalId: string;
  mendedAt: Date | null;
}

/** A conversation of which one side has what the other has not. */
export interface Difference {
  externalId: string;
  /** Ours; null where it is not here at all. */
  conversationId: string | null;
  with: string | null;
  number: string | null;
  messagesTheirs: number;
  messagesOurs: number;
  callsTheirs: number;
  callsOurs: number;
  /** The first of them. */
  missing: readonly MissingThing[];
  missingInAll: number;
}

export interface ShownDifferences {
  differences: readonly Difference[];
  total: number;
}

/** Everything that the page of one import shows. */
export interface HistoryView {
  run: HistoryRun;
  problems: ShownProblems;
  /** Conversations that the proof has compared so far. */
  compared: number;
  numbers: readonly NumberTally[];
  differences: ShownDifferences;
  mayWrite: boolean;
}
