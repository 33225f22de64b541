/** What an import asks of the outside world; activities/imports answers. */
export interface ImportActivities {
  /**
   * Does what the row of the import asks for: counts a preview, or writes page after page until the
   * file ends or somebody pauses or cancels. Killed anywhere, it goes on behind the last page written.
   */
  advanceImport: (input: { importRunId: string }) => Promise<ImportAdvance>;
}

/** `previewed` waits for a person to start it; `over` never moves again. */
export type ImportAdvance =
  | { kind: 'previewed' }
  | { kind: 'paused' }
  | { kind: 'over'; state: 'complete' | 'failed' | 'cancelled' };
