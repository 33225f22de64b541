import {
  condition,
  continueAsNew,
  defineQuery,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { queryNames, taskQueues } from '#domain/names.ts';
import { woken } from '../sequences/messages.ts';
import type { HistoryActivities, Readable } from './activities.ts';
import { readSideBySide, type ReadPage } from './lanes.ts';

const activities = proxyActivities<HistoryActivities>({
  taskQueue: taskQueues.history,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const { beginHistory, readFirm, nextToRead, openProof, openRepair, completeHistory } = activities;
const { readNumber, readTail, readConversation, readCall, proveNumber, proveConversation } =
  activities;

/** Where an import stands, for operators. */
export interface HistoryProgress {
  reading: Readable | 'firm' | null;
}

const historyProgress = defineQuery<HistoryProgress>(queryNames.progress);

/** One execution, while it lasts. */
interface Run {
  importId: string;
  /** The firm's people and numbers have been read. */
  opened: boolean;
  progress: HistoryProgress;
}

/**
 * The past of one provider account, read to its end: people and numbers, all conversations, what was
 * exchanged in each, what belongs to each call, and what moved meanwhile. A whole import is then proved
 * by a second walk; ordered again, it proves or repairs. Where it stands lies in rows, written with the
 * pages themselves: paused, killed or begun anew it goes on behind the last page.
 */
export async function openphoneImport(input: {
  importId: string;
  opened?: boolean;
}): Promise<string> {
  const { importId, opened = false } = input;
  const state = { looks: 0 };
  const run: Run = { importId, opened, progress: { reading: null } };
  setHandler(woken, () => void (state.looks += 1));
  setHandler(historyProgress, () => run.progress);

  for (;;) {
    const seen = state.looks;
    const begun = await beginHistory({ importId });
    if (begun.kind === 'go') {
      if (begun.from === 'walk') await readPast(run, begun.of === 'whole');
      else if (begun.from === 'repair') await repair(run);
      else await prove(run);
    } else if (begun.kind === 'paused') {
      await condition(() => state.looks > seen);
    } else if (state.looks === seen) {
      return begun.state;
    }
  }
}

// Each of these ends early where the row says to stop; the import then looks at it again.

async function readPast(run: Run, whole: boolean): Promise<void> {
  if (!(await openFirm(run))) return;
  if (!(await readAll(run, 'numbers', readNumber))) return;
  if (!(await readExchange(run))) return;
  if (!whole) return completeHistory({ importId: run.importId });
  if (!(await readAll(run, 'tail', readTail))) return;
  if (await readExchange(run)) await prove(run);
}

async function openFirm(run: Run): Promise<boolean> {
  if (run.opened) return true;
  run.progress.reading = 'firm';
  run.opened = (await readFirm({ importId: run.importId })).kind === 'done';
  return run.opened;
}

async function readExchange(run: Run, repairing = false): Promise<boolean> {
  if (!(await readAll(run, 'conversations', readConversation, repairing))) return false;
  return readAll(run, 'calls', readCall, repairing);
}

async function prove(run: Run): Promise<void> {
  await openProof({ importId: run.importId });
  await compare(run);
}

async function repair(run: Run): Promise<void> {
  await openRepair({ importId: run.importId });
  if (!(await readAll(run, 'numbers', readNumber, true))) return;
  if (await readExchange(run, true)) await compare(run, true);
}

async function compare(run: Run, repairing = false): Promise<void> {
  if (!(await readAll(run, 'proof-numbers', proveNumber, repairing))) return;
  if (!(await readAll(run, 'proof-conversations', proveConversation, repairing))) return;
  await completeHistory({ importId: run.importId });
}

async function readAll(
  { importId, progress }: Run,
  what: Readable,
  readPage: ReadPage,
  repairing = false,
): Promise<boolean> {
  progress.reading = what;
  for (;;) {
    const batch = await nextToRead({ importId, what, repair: repairing });
    if (batch.kind === 'stopped') return false;
    if (batch.ids.length === 0) return true;
    if (!(await readSideBySide(importId, batch.ids, readPage))) return false;
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof openphoneImport>({ importId, opened: true });
    }
  }
}
