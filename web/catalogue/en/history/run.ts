import type { Format } from '../../format.ts';

/** One import on its page: where it stands, and what it waits for. */
export const run = (f: Format) => ({
  title: (account: string, span: string) => `${account}: ${span}`,
  phasesLabel: 'Phases of the import',
  phases: {
    firm: 'People and numbers',
    conversations: 'Conversations',
    exchange: 'Messages and calls',
    parts: 'Recordings and transcripts',
    proof: 'Proof',
    repair: 'Repair',
  },
  nothingToRepair: 'nothing is missing',
  repairWaits: 'waits for your order',
  stoppedHere: 'stopped here',
  of: (done: number, total: number) => `${f.number(done)} of ${f.number(total)}`,
  progress: 'Where it stands',
  survives: 'It survives a restart and goes on at the page where it stood.',
  over: 'What was read',
  took: (at: Date, ms: number) => `Ended ${f.moment(at)} after ${f.duration(ms)}.`,
  rate: (perSecond: number) =>
    `${f.count(Math.round(perSecond * 10) / 10, { one: 'request', other: 'requests' })} a second in the last minute`,
  rateUnknown: 'pace not known yet',
  left: (ms: number) => `about ${f.duration(roughly(ms))} left in this phase`,
  leftUnknown: 'time left not known yet',
  allowed: (perSecond: number) => `at most ${f.number(perSecond)} a second`,
  requests: (n: number) => `${f.count(n, { one: 'request', other: 'requests' })} so far`,
  requestsInAll: (n: number) => `${f.count(n, { one: 'request', other: 'requests' })} in all`,
  figures: {
    numbers: 'Numbers',
    conversations: 'Conversations',
    messages: 'Messages',
    calls: 'Calls',
    parts: 'Calls with their parts',
    partsNote: (total: number) => `of ${f.number(total)} calls that are over`,
    changed: 'Corrected',
    changedNote: 'were here otherwise',
  },
  ofTotal: (total: number) => `of ${f.number(total)}`,
  totalUnknown: 'still being counted',
  waits: {
    'provider-busy':
      'OpenPhone takes no more requests for the moment. The import goes on by itself.',
    'provider-silent': 'OpenPhone does not answer. The import asks again, and goes on by itself.',
  },
  pausedBy: (name: string) => `Paused by ${name}. Nothing is lost; it goes on where it stands.`,
  paused: 'Paused. Nothing is lost; it goes on where it stands.',
  cancelled:
    'Cancelled. What was written stays; a new import reads the rest and writes nothing twice.',
  again: 'Start a new import',
  failures: {
    'key-refused':
      'OpenPhone refuses the API key of this account. Enter a new key, then go on. What was read stays.',
    'other-workspace':
      'The API key opens another workspace of OpenPhone than the one whose numbers are known here. Enter the key of the right workspace, then go on.',
    'not-opened':
      'The stored API key cannot be opened: this installation has another APP_SECRET than the one it was sealed with. Enter the key again, then go on.',
    'account-gone': 'The account was removed or paused. Connect it again, then go on.',
  },
  replaceKey: 'Enter a new key',
  accounts: 'See the accounts',
  engine: 'Open in Temporal UI',
});

const minuteMs = 60_000;

/** An estimate of minutes knows no seconds. */
const roughly = (ms: number): number => (ms < minuteMs ? ms : Math.round(ms / minuteMs) * minuteMs);
