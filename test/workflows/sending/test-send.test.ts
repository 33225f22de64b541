import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from '#test/support/html.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { until } from '#test/support/until.ts';

let w: RunningWorld;
beforeAll(async () => {
  w = await runWorld();
});
afterAll(() => w.end());

test('a test from the designer reaches the phone once, filled as the preview shows it, and is followed to it', async () => {
  const maren = await w.app.as(w.alder.maren);
  const ruth = w.alder.contacts.find(({ firstName }) => firstName === 'Ruth')!;
  const base = `/sequences/${w.alder.sequenceId}/steps/st-first-note/tests`;
  const form = { number: '(603) 555-0199', as: ruth.id, order: crypto.randomUUID() };
  const answer = await maren.post(base, form, { partial: true });
  await maren.post(base, form, { partial: true });
  const follow = parse(await answer.text())('#test-state').attr('hx-get') ?? '';
  await until(async () => (await (await maren.get(follow)).text()).includes('Delivered to'));
  const taken = (await w.sandbox.ledger()).filter(({ to }) => to === '+16035550199');
  expect(taken.map(({ body }) => body)).toEqual([expect.stringMatching(/^Hi Ruth, it is Dana/)]);
});
