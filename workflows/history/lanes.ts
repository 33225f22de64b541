import { workflowInfo } from '@temporalio/workflow';
import type { Read } from './activities.ts';

/** So many things are read side by side; the pace of requests is kept by those who ask. */
const LANES = 4;

export type ReadPage = (input: { importId: string; id: string }) => Promise<Read>;

/**
 * Reads each of these page by page, a few side by side. They stop within a page where the row says so, or
 * where the run's history has grown long: what is left is found again by its cursor.
 * @returns false where the row says to stop
 */
export async function readSideBySide(
  importId: string,
  ids: readonly string[],
  readPage: ReadPage,
): Promise<boolean> {
  const queue = [...ids];
  const state = { stopped: false };
  const goesOn = () => !state.stopped && !workflowInfo().continueAsNewSuggested;
  await Promise.all(Array.from({ length: LANES }, lane));
  return !state.stopped;

  async function lane(): Promise<void> {
    for (let id = queue.shift(); id !== undefined && goesOn(); id = queue.shift()) {
      let page: Read = { kind: 'more' };
      while (page.kind === 'more' && goesOn()) page = await readPage({ importId, id });
      if (page.kind === 'stopped') state.stopped = true;
    }
  }
}
