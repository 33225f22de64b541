import type { Format } from '../../format.ts';

/** What a person may order for an import, and what is asked before. */
export const orders = (f: Format) => ({
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel …',
  speed: 'Pace …',
  prove: 'Prove again',
  repair: 'Repair what is missing',
  cancelTitle: (account: string) => `Cancel the import of ${account}?`,
  cancelWhy: (conversations: number, messages: number, calls: number) =>
    `What was read stays: ${f.list([
      f.count(conversations, { one: 'conversation', other: 'conversations' }),
      f.count(messages, { one: 'message', other: 'messages' }),
      f.count(calls, { one: 'call', other: 'calls' }),
    ])}. The rest is not read, and nothing proves what is missing. A page that is being read now is still written.`,
  cancelAct: 'Cancel the import',
  pauseInstead: 'Pause instead',
  goOn: 'Let it run',
  speedTitle: 'Pace of the import',
  speedSave: 'Set the pace',
  refused: 'That is not possible any more: the import has moved on meanwhile.',
});
