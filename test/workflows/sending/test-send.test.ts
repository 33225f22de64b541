import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, run, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import { recordHistory } from '#test/support/histories/record.ts';
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

test('a test that no number may send waits, and goes once when one is put back into rotation', async () => {
  const maren = await w.app.as(w.alder.maren);
  const { workspaceId, sequenceId } = w.alder;
  await run(
    w.database.fork(),
    sql`update sender set rotation = false where workspace_id = ${workspaceId}`,
  );
  const form = { number: '(603) 555-0198', as: w.alder.contacts[0]?.id ?? '' };
  await maren.post(`/sequences/${sequenceId}/steps/st-first-note/tests`, form);
  await until(async () => (await parked()).length === 1);
  const [id = ''] = await parked();
  expect(await takenBy('+16035550198')).toBe(0);
  await maren.post(`/senders/${w.alder.senders[0]?.id}/rotation`);
  const workflowId = workflowIds.send(id);
  expect(await w.engine.client.workflow.getHandle(workflowId).result()).toBe('accepted');
  expect(await takenBy('+16035550198')).toBe(1);
  await recordHistory(w.engine.client, workflowId, 'send-parked');
});

async function parked(): Promise<string[]> {
  const found = await rows<{ id: string }>(
    w.database.fork(),
    sql`select id from send where workspace_id = ${w.alder.workspaceId} and state = 'parked'`,
  );
  return found.map(({ id }) => id);
}

const takenBy = async (phone: string) =>
  (await w.sandbox.ledger()).filter(({ to }) => to === phone).length;
