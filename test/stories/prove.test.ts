import { afterAll, beforeAll, expect, test } from 'vitest';
import { historiesOf } from '../../bin/prove/histories.ts';
import { judge } from '../../bin/prove/judge/judge.ts';
import { unstruck } from '../../bin/prove/places.ts';
import { lifeOf } from '../../bin/prove/life.ts';
import { plantFaults } from '../../bin/prove/plant.ts';
import { prove, type Run } from '../../bin/prove/run.ts';
import { breakagesOn } from '#test/support/histories/play.ts';
import { replayQuietly } from '#test/support/histories/quiet.ts';
import { whatItTells } from '#test/support/histories/search.ts';
import { workflowBundle } from '#test/support/workflow-bundle.ts';

/** What a short proof leaves out needs half a minute each: looks that find nothing, and lists that lag. */
const faults = {
  cutAfter: 0.04,
  lateAnswers: { share: 0.1, ms: 1500 },
  duplicateCallbacks: 0.3,
  reorderCallbacks: 0.3,
  callbackDelayMs: 1000,
  callbackDelayShare: 0.3,
};

let run: Run;
const said: string[] = [];
beforeAll(async () => {
  run = await prove({
    seed: 4,
    campaigns: 2,
    people: 28,
    killsEach: 1,
    pauseMs: 600,
    launchGapMs: 1000,
    patienceMs: 4_000,
    stations: ['14:30'],
    lists: 0,
    faults,
    say: (what) => said.push(what),
  });
}, 420_000); // a text whose webhook was lost counts as missing after two minutes
afterAll(async () => {
  if (!run) console.log(said.join('\n'));
  await run?.stop();
});

test('under kills at every place and a provider at its worst, every promise holds', async () => {
  const violations = judge(run.evidence);
  for (const one of violations.slice(0, 2))
    console.log(await lifeOf(run.product, run.evidence, one));
  expect(violations).toEqual([]);
  expect(run.evidence.taken.length).toBeGreaterThan(60);
  expect(run.kills.length).toBeGreaterThan(12);
  expect(run.kills.filter(({ place }) => place === 'by itself')).toEqual([]);
});

test('whatever was killed, all that ran plays on today’s code and names nobody', async () => {
  const histories = await historiesOf(run.product);
  expect(histories.length).toBeGreaterThan(28);
  replayQuietly();
  const { code } = await workflowBundle();
  const broken = await breakagesOn(code, histories);
  expect(broken.map(({ sentence }) => sentence)).toEqual([]);
  expect(histories.flatMap(({ history }) => whatItTells(history))).toEqual([]);
}, 60_000);

test('every marker of the product is struck somewhere', () => {
  expect(unstruck()).toEqual([]);
});

test('each fault that is planted is found by its name', async () => {
  const planted = await plantFaults(run);
  expect(planted.length).toBeGreaterThan(3);
  expect(planted.filter(({ found }) => !found)).toEqual([]);
}, 60_000);
