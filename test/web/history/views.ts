import type { HistoryRun, HistoryView } from '#web/history/history-run.ts';

const at = new Date('2026-11-17T14:40:00Z');
const began = new Date('2026-11-17T13:10:00Z');

/** Words of the workspace and the provider on these pages. */
export const words = [
  'maren@aldertide.example',
  'Maren Okafor',
  'Alder & Tide',
  'Front desk line',
  'Office',
  'Walt Penhallow',
];

export const run = (changes: Partial<HistoryRun> = {}): HistoryRun => ({
  id: 'h1',
  accountId: 'a1',
  accountName: 'Front desk line',
  kind: 'whole',
  state: 'running',
  phase: 'exchange',
  since: null,
  perSecond: 5,
  numbers: 16,
  conversationsTotal: 2000,
  conversations: 640,
  messages: 19_204,
  calls: 1288,
  partsTotal: null,
  parts: 0,
  changed: 0,
  requests: 4210,
  pace: { requestsPerSecond: 4.83, leftMs: 42 * 60_000 },
  waitsFor: null,
  failure: null,
  pausedBy: null,
  proof: null,
  provedAt: null,
  holes: 0,
  createdByName: 'Maren Okafor',
  createdAt: began,
  finishedAt: null,
  engineUrl: null,
  ...changes,
});

export const view = (
  changes: Partial<HistoryRun> = {},
  more: Partial<Omit<HistoryView, 'run'>> = {},
): HistoryView => ({
  run: run(changes),
  problems: { problems: [], open: 0, total: 0 },
  compared: 0,
  numbers: [],
  differences: { differences: [], total: 0 },
  mayWrite: true,
  ...more,
});

const done = {
  state: 'complete',
  phase: 'proof',
  conversations: 2000,
  partsTotal: 3900,
  parts: 3900,
  provedAt: at,
  finishedAt: at,
} as const;

const numbers = ['+16035550121', null].map((value) => ({
  value,
  name: value ? 'Office' : '',
  conversations: 1000,
  messagesTheirs: 30_000,
  messagesOurs: 29_997,
  callsTheirs: 2000,
  callsOurs: 2000,
}));

const difference = {
  externalId: 'CN1',
  conversationId: 'c1',
  with: 'Walt Penhallow',
  number: '+16035550121',
  messagesTheirs: 30,
  messagesOurs: 27,
  callsTheirs: 2,
  callsOurs: 2,
  missing: [
    { kind: 'message', externalId: 'AC1', mendedAt: null },
    { kind: 'call', externalId: 'AC2', mendedAt: at },
  ],
  missingInAll: 9,
} as const;

const problem = {
  request: 'GET /v1/messages',
  about: 'CN1',
  status: 429,
  code: '429',
  attempt: 2,
  at,
  solvedAt: at,
};

const holes = view(
  { ...done, proof: 'holes', holes: 3 },
  {
    numbers,
    compared: 2000,
    differences: {
      differences: [
        difference,
        { ...difference, conversationId: null, with: null, number: null },
        { ...difference, missing: [], missingInAll: 0 },
      ],
      total: 2000,
    },
    problems: {
      problems: [
        problem,
        { ...problem, status: null, code: 'timeout', about: '', solvedAt: null },
        { ...problem, status: 503, code: '503' },
        { ...problem, status: 418, code: '0206418' },
      ],
      open: 1,
      total: 10_000,
    },
  },
);

/** An import at each point of its life. */
export const views: Record<string, HistoryView> = {
  beginning: view({
    phase: 'firm',
    conversationsTotal: null,
    pace: { requestsPerSecond: null, leftMs: null },
  }),
  reading: view({ engineUrl: 'https://engine.example/workflows/1' }),
  'waiting for the provider': view({ waitsFor: 'provider-silent' }),
  'being proved': view({ phase: 'proof', partsTotal: 10, parts: 10 }, { compared: 120 }),
  'paused by somebody': view({ state: 'paused', pausedBy: 'Maren Okafor' }),
  'stopped by its key': view({ state: 'failed', failure: 'key-refused' }),
  'without its account': view({ state: 'failed', failure: 'account-gone' }),
  whole: view({ ...done, proof: 'whole' }, { numbers, compared: 2000 }),
  incomplete: holes,
  mended: { ...holes, run: { ...holes.run, holes: 0 } },
  cancelled: view({ state: 'cancelled', finishedAt: at }),
  'of a night': view({ ...done, kind: 'nightly', createdByName: null, changed: 4 }),
  'only looked at': { ...holes, mayWrite: false },
};
