import { beforeAll, describe, expect, test } from 'vitest';
import { changedWorkflows, type Change } from '#test/support/histories/changed-workflows.ts';
import { recordedHistories } from '#test/support/histories/files.ts';
import { breakagesOn, type Breakage } from '#test/support/histories/play.ts';
import { replayQuietly } from '#test/support/histories/quiet.ts';

/** What somebody might do to each of the workflows. */
const changes = {
  waitsNoLonger: {
    file: 'sequences/walk.ts',
    from: 'if (ms > 0) await condition',
    to: 'if (ms > Infinity) await condition',
  },
  asksForAnother: {
    file: 'campaigns/campaign.ts',
    from: 'await closeWalks({',
    to: 'await enrolAudience({',
  },
  neverBeginsAnew: {
    file: 'campaigns/campaign.ts',
    from: 'if (workflowInfo().continueAsNewSuggested)',
    to: 'if (!workflowInfo())',
  },
  hearsNoMore: {
    file: 'sending/send.ts',
    from: 'setHandler(woken, () => void (state.looks += 1));',
    to: '',
  },
  endsEarlier: {
    file: 'accounts/account-check.ts',
    from: 'checkAccount(input)',
    to: "Promise.resolve('ok')",
  },
  isGone: {
    file: 'index.ts',
    from: "export { attachmentFetch } from './attachments/attachment-fetch.ts';",
    to: '',
  },
} satisfies Record<string, Change>;

let code: string;
beforeAll(async () => {
  replayQuietly();
  code = await changedWorkflows(Object.values(changes));
});

async function breakages(...names: string[]): Promise<Breakage[]> {
  const recorded = recordedHistories().filter(({ name }) => names.includes(name));
  expect(recorded).toHaveLength(names.length);
  return breakagesOn(code, recorded);
}

describe('a change that breaks executions on their way', () => {
  test('is told by the workflow, the event, what was and what is, and what to do', async () => {
    expect(await breakages('membership-replied', 'membership-parked')).toEqual([
      {
        name: 'membership-replied',
        workflowType: 'membership',
        event: { id: 11, type: 'TimerStarted' },
        sentence:
          'This change breaks the workflow membership at event 11, TimerStarted, of the history membership-replied: ' +
          "there the execution began to wait, and today's code asks for an activity. " +
          'Executions that are on their way would stand still at that place. ' +
          "Put the change behind patched('what-changed'), keep the old branch, and record a history of the new shape: " +
          'ARCHITECTURE.md, "How a workflow changes safely".',
      },
    ]);
  });

  test('is found at its event also where the engine does not name one', async () => {
    const found = await breakages('campaign-stopped', 'campaign-nobody');
    expect(found.map(({ name, event }) => [name, event])).toEqual([
      ['campaign-stopped', { id: 29, type: 'ActivityTaskScheduled' }],
    ]);
    expect(found[0]?.sentence).toContain(
      "there the execution asked for the activity closeWalks, and today's code asks for the activity enrolAudience.",
    );
  });

  test.each([
    {
      change: 'a signal that is heard no more',
      history: 'send-woken-while-held',
      says: "event 16, TimerCanceled, of the history send-woken-while-held: there the execution stopped waiting, and today's code does nothing.",
    },
    {
      change: 'an end that comes earlier',
      history: 'account-check-right',
      says: "event 5, ActivityTaskScheduled, of the history account-check-right: there the execution asked for the activity checkAccount, and today's code is over.",
    },
    {
      change: 'a run that is not begun anew',
      history: 'campaign-continues-as-new',
      says: "event 21, WorkflowExecutionContinuedAsNew, of the history campaign-continues-as-new: there the execution continued as new, and today's code asks for an activity.",
    },
    {
      change: 'a type that is gone',
      history: 'attachment-fetch-refused',
      says: "and today's code fails: Failed to initialize workflow of type 'attachmentFetch'",
    },
  ])('is in plain words: $change', async ({ history, says }) => {
    const [found] = await breakages(history);
    expect(found?.sentence).toContain(says);
  });
});
