import { ApplicationFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createHistoryActivities } from '#activities/history/history.ts';
import type { Read, Readable } from '#workflows/history/activities.ts';
import type { Telephone } from '../history.ts';

/** Reads an import as its workflow would, one page after the other and without an engine or a proof. */
export async function driveImport({ world }: Telephone, importId: string): Promise<void> {
  const activities = createHistoryActivities(world);
  const { readNumber, readTail, readConversation, readCall } = activities;
  const firm = await again(() => ({ run: activities.readFirm, input: { importId } }));
  if (firm.kind === 'stopped') return;
  const readers = {
    numbers: readNumber,
    conversations: readConversation,
    calls: readCall,
    tail: readTail,
  };
  for (const what of ['numbers', 'conversations', 'calls', 'tail', 'conversations'] as const) {
    if (!(await readAll(what, readers[what]))) return;
  }
  await activities.completeHistory({ importId });

  async function readAll(
    what: Readable,
    run: (input: { importId: string; id: string }) => Promise<Read>,
  ): Promise<boolean> {
    for (;;) {
      const batch = await activities.nextToRead({ importId, what, repair: false });
      if (batch.kind === 'stopped') return false;
      if (batch.ids.length === 0) return true;
      for (const id of batch.ids) {
        let page: Read = { kind: 'more' };
        while (page.kind === 'more') page = await again(() => ({ run, input: { importId, id } }));
        if (page.kind === 'stopped') return false;
      }
    }
  }
}

/** Tries again what may succeed later, at once. */
async function again<Input>(
  what: () => { run: (input: Input) => Promise<Read>; input: Input },
): Promise<Read> {
  for (let attempt = 1; ; attempt += 1) {
    const { run, input } = what();
    try {
      return await new MockActivityEnvironment({ attempt }).run(run, input);
    } catch (error) {
      if (!(error instanceof ApplicationFailure) || attempt > 20) throw error;
    }
  }
}
