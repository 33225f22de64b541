import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import { woken } from '../sequences/messages.ts';
import type { ImportActivities } from './activities.ts';

const { advanceImport } = proxyActivities<ImportActivities>({
  taskQueue: taskQueues.imports,
  startToCloseTimeout: '12 hours',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/**
 * One list of contacts, from its upload to its last row.
 * The row of the import says what is wanted: first a preview is counted, and the workflow ends; started
 * by a person it runs again under the same id and reads the file to its end. Paused, it waits for `woken`.
 * Where it stands lies in the database, written with the contacts themselves, so nothing is read twice.
 */
export async function contactImport(input: { importRunId: string }): Promise<string> {
  const state = { looks: 0 };
  setHandler(woken, () => void (state.looks += 1));

  for (;;) {
    const seen = state.looks;
    const result = await advanceImport(input);
    if (result.kind === 'over') return result.state;
    if (result.kind === 'paused') await condition(() => state.looks > seen);
    else if (state.looks === seen) return 'previewed';
  }
}
