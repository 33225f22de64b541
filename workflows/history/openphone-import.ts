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
import type { HistoryActivities, Read, Readable } from './activities.ts';

const activities = proxyActivities<HistoryActivities>({
  taskQueue: taskQueues.history,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const { beginHistory, readFirm, nextToRead, openProof, openRepair, completeHistory } = activities;
const { readNumber, readTail, readConversation, readCall, proveNumber, proveConversation } =
  activities;

/** So many things are read side by side; the pace of requests is kept by those who ask. */
const LANES = 4;

/** Where an import stands, for operators. */
export interface HistoryProgress {
  reading: Readable | 'firm' | null;
  /** Pages since this run began. */
  pages: number;
}

const historyProgress = defineQuery<HistoryProgress>(queryNames.progress);

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
  const { importId } = input;
  const state = { looks: 0, opened: input.opened ?? false };
  const progress: HistoryProgress = { reading: null, pages: 0 };
  setHandler(woken, () => void (state.looks += 1));
  setHandler(historyProgress, () => progress);

  for (;;) {
    const seen = state.looks;
    const begun = await beginHistory({ importId });
    if (begun.kind === 'go') {
      if (begun.from === 'walk') await readPast(begun.of === 'whole');
      else if (begun.from === 'repair') await repair();
      else await prove();
    } else if (begun.kind === 'paused') {
      await condition(() => state.looks > seen);
    } else if (state.looks === seen) {
      return begun.state;
    }
  }

  async function readPast(whole: boolean): Promise<void> {
    if (!(await openFirm())) return;
    if (!(await readAll('numbers', readNumber))) return;
    if (!(await readExchange())) return;
    if (!whole) return completeHistory({ importId });
    if (!(await readAll('tail', readTail))) return;
    if (await readExchange()) await prove();
  }

  async function openFirm(): Promise<boolean> {
    if (state.opened) return true;
    progress.reading = 'firm';
    state.opened = (await readFirm({ importId })).kind === 'done';
    return state.opened;
  }

  async function readExchange(): Promise<boolean> {
    if (!(await readAll('conversations', readConversation))) return false;
    return readAll('calls', readCall);
  }

  async function prove(): Promise<void> {
    await openProof({ importId });
    if (!(await readAll('proof-numbers', proveNumber))) return;
    if (!(await readAll('proof-conversations', proveConversation))) return;
    await completeHistory({ importId });
  }

  async function repair(): Promise<void> {
    await openRepair({ importId });
    if (!(await readAll('numbers', readNumber, true))) return;
    if (!(await readAll('conversations', readConversation, true))) return;
    if (!(await readAll('calls', readCall, true))) return;
    if (!(await readAll('proof-numbers', proveNumber, true))) return;
    if (!(await readAll('proof-conversations', proveConversation, true))) return;
    await completeHistory({ importId });
  }

  /** Page after page, a few lanes side by side. @returns false where the row says to stop */
  async function readAll(
    what: Readable,
    readPage: (input: { importId: string; id: string }) => Promise<Read>,
    repairing = false,
  ): Promise<boolean> {
    progress.reading = what;
    for (;;) {
      const batch = await nextToRead({ importId, what, repair: repairing });
      if (batch.kind === 'stopped') return false;
      if (batch.ids.length === 0) return true;
      const queue = [...batch.ids];
      const going = { on: true };
      await Promise.all(Array.from({ length: LANES }, () => lane(queue, going, readPage)));
      if (!going.on) return false;
      if (workflowInfo().continueAsNewSuggested) {
        await continueAsNew<typeof openphoneImport>({ importId, opened: true });
      }
    }
  }

  async function lane(
    queue: string[],
    going: { on: boolean },
    readPage: (input: { importId: string; id: string }) => Promise<Read>,
  ): Promise<void> {
    for (let id = queue.shift(); id !== undefined && goesOn(going); id = queue.shift()) {
      let page: Read = { kind: 'more' };
      while (page.kind === 'more' && goesOn(going)) {
        page = await readPage({ importId, id });
        progress.pages += 1;
      }
      if (page.kind === 'stopped') going.on = false;
    }
  }

  function goesOn(going: { on: boolean }): boolean {
    return going.on && !workflowInfo().continueAsNewSuggested;
  }
}
