import { beforeAll, describe, expect, test } from 'vitest';
import type { workflowTypes } from '#domain/names.ts';
import { prefixOf, recordedHistories } from '#test/support/histories/files.ts';
import { workflowTypeOf, type History } from '#test/support/histories/history.ts';
import { breakagesOn } from '#test/support/histories/play.ts';
import { replayQuietly } from '#test/support/histories/quiet.ts';
import { whatItTells } from '#test/support/histories/search.ts';
import { storyOf, tells } from '#test/support/histories/story.ts';
import { workflowBundle } from '#test/support/workflow-bundle.ts';

type Shapes = Record<string, readonly string[]>;

/**
 * The shapes that running executions have, and what a history of each tells, in this order (see
 * `storyOf`). Each is a file `<type>-<shape>.json`; there may be more files than are named here.
 */
const shapes: Record<keyof typeof workflowTypes, Shapes> = {
  membership: {
    finished: ['timer fired', 'sendStep: sent due', 'timer fired', 'over: finished'],
    exited: ['sendStep: sent due', 'clock moved', 'sendStep again', 'over: exited'],
    'exited-after-a-wait': ['timer', 'woken', 'timer', 'timer fired', 'endWalk: exited'],
    'starts-with-a-wait': ['passWaits: due', 'timer', 'timer fired', 'sendStep: sent over'],
    held: ['sendStep: held closed', 'timer', 'timer fired', 'sendStep: sent over'],
    parked: ['sendStep: parked campaign-paused', 'woken', 'sendStep: sent over'],
    'parked-then-stopped': ['sendStep: parked campaign-paused', 'woken', 'ended: stopped'],
    'sent-now': ['timer', 'woken', 'timer cancelled', 'sendStep: sent over'],
    'woken-many-times': ['woken', 'sendStep: held not-due', 'woken', 'woken', 'woken', 'woken'],
    'moved-clock': ['sendStep: sent due', 'timer', 'clock moved', 'timer fired'],
    replied: ['timer', 'ended: replied', 'timer cancelled', 'over: replied'],
    'replied-while-held': ['sendStep: held closed', 'timer', 'ended: replied', 'over: replied'],
    'replied-while-parked': ['sendStep: parked campaign-paused', 'ended: replied', 'over: replied'],
    'replied-while-retrying': ['sendStep', 'ended: replied', 'sendStep again', 'over: replied'],
    'opted-out': ['timer', 'ended: opted-out', 'timer cancelled', 'over: opted-out'],
    stopped: ['timer', 'ended: stopped', 'timer cancelled', 'over: stopped'],
    'campaign-stopped': ['timer', 'ended: campaign-stopped', 'over: campaign-stopped'],
    'over-at-the-gate': ['sendStep: over no-consent', 'over: no-consent'],
    'task-lost': ['timer', 'ended: replied', 'task lost', 'timer cancelled', 'over: replied'],
    failed: ['sendStep: failed', 'over: failed'],
    'continues-as-new': ['started', 'timer fired', 'sendStep: sent due', 'continued as new'],
    continued: ['continued', 'timer', 'timer fired', 'sendStep: sent over', 'over: exited'],
  },
  campaign: {
    complete: [
      'releaseDue: waiting paused',
      'woken',
      'releaseDue: waiting walking',
      'over: complete',
    ],
    'next-day': ['releaseDue: waiting next-day', 'timer', 'timer fired', 'releaseDue'],
    paused: [
      'timer',
      'woken',
      'timer cancelled',
      'releaseDue: waiting paused',
      'woken',
      'over: complete',
    ],
    stopped: ['releaseDue: stopped', 'closeWalks: null', 'over: stopped'],
    'stopped-at-once': ['enrolAudience: null', 'releaseDue', 'releaseDue: stopped', 'closeWalks'],
    nobody: ['enrolAudience: null', 'releaseDue: complete', 'over: complete'],
    'woken-many-times': ['timer', 'woken', 'timer', 'woken', 'timer', 'woken', 'over: complete'],
    'woken-while-releasing': ['releaseDue', 'woken', 'releaseDue: waiting walking', 'releaseDue'],
    'continues-as-new': ['started', 'releaseDue: waiting walking', 'woken', 'continued as new'],
    continued: ['continued', 'releaseDue: waiting walking', 'over: complete'],
  },
  send: {
    confirmation: ['deliverSend: done accepted', 'over: accepted'],
    held: ['deliverSend: waiting day-full', 'timer', 'timer fired', 'over: accepted'],
    'woken-while-held': ['timer', 'woken', 'timer cancelled', 'deliverSend', 'over: accepted'],
    parked: ['deliverSend: waiting no-sender', 'woken', 'deliverSend', 'over: accepted'],
    'parked-twice': ['woken', 'deliverSend: waiting sender-paused', 'woken', 'over: accepted'],
    'after-a-failure': ['deliverSend', 'deliverSend again', 'deliverSend: done accepted'],
    'over-at-the-gate': ['deliverSend: done suppressed', 'over: suppressed'],
  },
  contactImport: {
    previewed: ['advanceImport: previewed', 'over: previewed'],
    'started-while-previewing': ['woken', 'advanceImport: previewed', 'over: complete'],
    complete: ['advanceImport: over complete', 'over: complete'],
    killed: ['advanceImport', 'advanceImport again', 'over: complete'],
    paused: ['advanceImport: paused', 'woken', 'advanceImport: over complete'],
    cancelled: ['advanceImport', 'woken', 'advanceImport: over cancelled', 'over: cancelled'],
    'cancelled-while-paused': ['advanceImport: paused', 'woken', 'over: cancelled'],
    failed: ['advanceImport: over failed', 'over: failed'],
  },
  openphoneImport: {
    complete: [
      'readFirm: done',
      'readNumber: more',
      'readConversation: done',
      'readTail: done',
      'over: complete',
    ],
    nightly: [
      'beginHistory: go',
      'readConversation: done',
      'completeHistory: null',
      'over: complete',
    ],
    killed: ['readNumber', 'readNumber again', 'over: complete'],
    repaired: ['beginHistory: go', 'openRepair: null', 'proveConversation: done', 'over: complete'],
    paused: ['woken', 'beginHistory: paused', 'woken', 'beginHistory: go', 'readNumber: more'],
    cancelled: ['woken', 'beginHistory: over cancelled', 'over: cancelled'],
    failed: ['readFirm: stopped', 'beginHistory: over failed', 'over: failed'],
    'continues-as-new': ['started', 'readFirm: done', 'continued as new'],
    continued: ['continued', 'beginHistory: go', 'over: complete'],
  },
  attachmentFetch: {
    stored: ['fetchAttachment', 'fetchAttachment again', 'fetchAttachment: stored'],
    refused: ['fetchAttachment: failed', 'over: failed'],
  },
  openphoneWatch: {
    none: ['lookForGap: none', 'over: none'],
    idle: ['lookForGap: idle', 'over: idle'],
    gap: ['lookForGap: gap', 'child', 'child over', 'settleRepair', 'over: gap'],
    besides: ['lookForGap: gap', 'child', 'over: idle'],
  },
  twilioWatch: {
    idle: ['catchUpTwilio: null', 'over: null'],
    whole: ['catchUpTwilio', 'catchUpTwilio: ', 'over: '],
    found: ['catchUpTwilio', 'catchUpTwilio: ', 'over: '],
    killed: ['catchUpTwilio', 'catchUpTwilio again', 'over: '],
  },
  openphoneNight: {
    idle: ['openNight: no', 'over: null'],
    whole: ['openNight: opened', 'child', 'child over', 'settleRepair: 0', 'over: 0'],
    drift: ['openNight: opened', 'child', 'child over', 'settleRepair: 2', 'over: 2'],
  },
  openphoneFetch: {
    written: ['fetchCall: written', 'over: written'],
    unfinished: [
      'fetchCall: unfinished',
      'timer',
      'timer fired',
      'fetchCall: written',
      'over: written',
    ],
    'never-finished': ['fetchCall: unfinished', 'timer', 'timer', 'timer', 'over: unfinished'],
    gone: ['fetchCall: gone', 'over: gone'],
  },
  accountCheck: {
    right: ['checkAccount: ok', 'over: ok'],
    refused: ['checkAccount: 20003', 'over: 20003'],
    unreachable: ['checkAccount: ECONNREFUSED', 'over: ECONNREFUSED'],
  },
};

const recorded = recordedHistories();

function named(name: string): History {
  const found = recorded.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not recorded: CONTRIBUTING.md, "Workflows".`);
  return found.history;
}

const wanted = Object.entries(shapes).flatMap(([type, ofType]) =>
  Object.entries(ofType).map(([shape, words]) => ({ name: `${prefixOf(type)}-${shape}`, words })),
);

let code = '';
let broken = new Map<string, string>();
beforeAll(async () => {
  replayQuietly();
  code = (await workflowBundle()).code;
  const breakages = await breakagesOn(code, recorded);
  broken = new Map(breakages.map(({ name, sentence }) => [name, sentence]));
});

describe('the replay gate', () => {
  test.each(wanted)('has a history $name, and it tells what its name says', ({ name, words }) => {
    const story = storyOf(named(name));
    expect(tells(story, words) || story).toBe(true);
  });

  test.each(recorded)('$name plays on today’s code', ({ name }) => {
    expect(broken.get(name) ?? 'plays').toBe('plays');
  });

  test.each(recorded)('$name is of the type in its name, and names nobody', ({ name, history }) => {
    expect(Object.keys(shapes)).toContain(workflowTypeOf(history));
    expect(name.startsWith(`${prefixOf(workflowTypeOf(history))}-`)).toBe(true);
    expect(whatItTells(history)).toEqual([]);
  });
});

describe('what workers load', () => {
  test('is our own small code: none of the packages that domain may use elsewhere', () => {
    for (const name of ['libphonenumber', 'liquidjs', 'temporal-polyfill', 'sms-segments']) {
      expect(code).not.toContain(`node_modules/${name}`);
    }
  });

  test('refuses nothing a workflow may not have: no module of Node', () => {
    expect(code).not.toMatch(/require\("node:/);
  });
});
