import type { HistoryKind, HistoryState } from '#domain/history/run.ts';

/** What an import of history asks of the outside world; activities/history answers. */
export interface HistoryActivities {
  /** Looks at the row: what is to be done, if anything. */
  beginHistory: (input: OfImport) => Promise<HistoryBegun>;
  /** People and numbers of the provider's workspace; a key that is refused ends the import. */
  readFirm: (input: OfImport) => Promise<Read>;
  /** What is next to read, at most so many that a run's history stays short; none where all is read. */
  nextToRead: (input: OfImport & { what: Readable; repair: boolean }) => Promise<ToRead>;
  /** One page of the conversations of a number. */
  readNumber: (input: OfImport & { id: string }) => Promise<Read>;
  /** One page of what a number exchanged since the import began. */
  readTail: (input: OfImport & { id: string }) => Promise<Read>;
  /** One page of the messages or calls of a conversation. */
  readConversation: (input: OfImport & { id: string }) => Promise<Read>;
  /** What belongs to a call. */
  readCall: (input: OfImport & { id: string }) => Promise<Read>;
  /** Makes a list of what is to be compared; a proof that has begun goes on. */
  openProof: (input: OfImport) => Promise<void>;
  /** Compares the conversations of a number with ours. */
  proveNumber: (input: OfImport & { id: string }) => Promise<Read>;
  /** Compares the messages and calls of a conversation with ours. */
  proveConversation: (input: OfImport & { id: string }) => Promise<Read>;
  /** Has what is missing read and compared again. */
  openRepair: (input: OfImport) => Promise<void>;
  /** Everything is read: the row says so, unless somebody has ordered otherwise. */
  completeHistory: (input: OfImport) => Promise<void>;
}

export interface OfImport {
  importId: string;
}

/** Rows of ours that name what is read. */
export type Readable = 'numbers' | 'tail' | 'conversations' | 'calls' | ProofReadable;
export type ProofReadable = 'proof-numbers' | 'proof-conversations';

export type HistoryBegun =
  | { kind: 'go'; from: 'walk' | 'repair' | 'proof'; of: HistoryKind }
  | { kind: 'paused' }
  | { kind: 'over'; state: HistoryState };

/** `stopped`: the row says otherwise by now, and nothing was asked. */
export type Read = { kind: 'more' } | { kind: 'done' } | { kind: 'stopped' };

export type ToRead = { kind: 'batch'; ids: string[] } | { kind: 'stopped' };
