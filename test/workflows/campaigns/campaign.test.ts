import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Visitor } from '#test/support/app.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { storyOf } from '#test/support/histories/story.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { rowOf } from '#test/support/sending.ts';
import { until } from '#test/support/until.ts';

// A campaign as it is lived: launched on its page, answered from phones, carried by relay and engine.

let w: RunningWorld;
let maren: Visitor;

beforeAll(async () => {
  w = await runWorld();
  maren = await w.app.as(w.alder.maren);
  await maren.post(`/campaigns/${w.alder.campaignId}/launch`);
  await until(
    async () => {
      const walking = (await members()).filter(({ state }) => state === 'walking');
      return walking.length > 5 && walking.every(({ sent }) => sent === 1);
    },
    { patienceMs: 60_000 },
  );
}, 120_000);
afterAll(() => w.end());

interface Member {
  id: string;
  phone: string;
  state: string;
  ending: string | null;
  reason: string | null;
  sent: number;
}

const members = () =>
  rows<Member>(
    w.database.fork(),
    sql`select m.id, a.value as phone, m.state, m.ending, m.excluded_reason as reason,
      (select count(*) from send s where s.membership_id = m.id and s.provider_id is not null) as sent
    from membership m left join address a on a.id = m.address_id
    where m.campaign_id = ${w.alder.campaignId} order by m.planned_rank`,
  );

async function somebodyWalking(): Promise<Member> {
  const walking = (await members()).find(({ state }) => state === 'walking');
  if (!walking) throw new Error('Nobody walks any more.');
  return walking;
}

async function writes(member: Member, body: string): Promise<void> {
  const to = (await w.sandbox.ledger()).find((message) => message.to === member.phone)?.from;
  await w.sandbox.write(member.phone, { to: to ?? '', body });
}

const endingOf = async ({ id }: Member) => (await rowOf(w, 'membership', id))['ending'];

const messagesTo = async ({ phone }: Member) =>
  (await w.sandbox.ledger()).filter(({ to, madeBy }) => to === phone && madeBy !== 'phone');

describe('a launched campaign', () => {
  test('has sent each enrolled person the first message once, and left the others out with a reason', async () => {
    const all = await members();
    const ledger = await w.sandbox.ledger();
    expect(ledger).toHaveLength(all.filter(({ state }) => state === 'walking').length);
    expect(new Set(ledger.map(({ to }) => to)).size).toBe(ledger.length);
    expect(all.filter(({ state }) => state === 'excluded').every(({ reason }) => reason)).toBe(
      true,
    );
  });

  test('a reply ends the walk of that person alone', async () => {
    const member = await somebodyWalking();
    await writes(member, 'Thursday would be fine');
    await until(async () => (await endingOf(member)) === 'replied');
    const id = workflowIds.membership(member.id);
    expect(await w.engine.client.workflow.getHandle(id).result()).toBe('replied');
    await recordHistory(w.engine.client, id, 'membership-replied');
    expect((await somebodyWalking()).ending).toBeNull();
  });

  test('STOP ends it at once, and is confirmed exactly once', async () => {
    const member = await somebodyWalking();
    await writes(member, 'Stop.');
    await until(async () => (await messagesTo(member)).length === 2);
    expect(await endingOf(member)).toBe('opted-out');
    const walk = workflowIds.membership(member.id);
    expect(await w.engine.client.workflow.getHandle(walk).result()).toBe('opted-out');
    await recordHistory(w.engine.client, walk, 'membership-opted-out');
    expect((await messagesTo(member))[1]?.body).toContain('unsubscribed');
    await writes(member, 'STOP');
    await writes(await somebodyWalking(), 'a word that tells that the second STOP is through');
    await until(
      async () => (await members()).filter(({ ending }) => ending === 'replied').length === 2,
    );
    expect(await messagesTo(member)).toHaveLength(2);
    const [confirmation] = await rows<{ id: string }>(
      w.database.fork(),
      sql`select id from send where purpose = 'confirmation'`,
    );
    const id = workflowIds.send(confirmation?.id ?? '');
    await w.engine.client.workflow.getHandle(id).result();
    await recordHistory(w.engine.client, id, 'send-confirmation');
  });

  test('paused, it parks who comes due; resumed, it goes on where it stood', async () => {
    const member = await somebodyWalking();
    const id = workflowIds.membership(member.id);
    await maren.post(`/campaigns/${w.alder.campaignId}/pause`);
    await maren.post(`/memberships/${member.id}/send-now`);
    await until(async () => (await rowOf(w, 'membership', member.id))['awaits'] === 'resume');
    expect(await messagesTo(member)).toHaveLength(1);
    await maren.post(`/campaigns/${w.alder.campaignId}/resume`);
    await until(async () => (await rowOf(w, 'membership', member.id))['awaits'] === 'due');
    await maren.post(`/memberships/${member.id}/stop`);
    expect(await w.engine.client.workflow.getHandle(id).result()).toBe('stopped');
    await recordHistory(w.engine.client, id, 'membership-parked-then-stopped');
  });

  test('stopped by a person, the walk of one is over during its wait', async () => {
    const member = await somebodyWalking();
    await maren.post(`/memberships/${member.id}/stop`);
    const id = workflowIds.membership(member.id);
    expect(await w.engine.client.workflow.getHandle(id).result()).toBe('stopped');
    expect(await messagesTo(member)).toHaveLength(1);
    const history = await recordHistory(w.engine.client, id, 'membership-stopped');
    expect(storyOf(history)).toContain('ended: stopped');
  });

  test('walks to the end in two weeks, three messages to each, and is then complete', async () => {
    const open = (await members()).filter(({ state }) => state === 'walking');
    await maren.post('/clock', { move: 'three-days' });
    // Each of them: whoever gets the second note only after the next move has days to wait again.
    const second = async () =>
      (await Promise.all(open.map(messagesTo))).every(({ length }) => length === 2);
    await until(second, { patienceMs: 30_000 });
    // The last message waits for ten o'clock of a weekday; over the weekend it is held until Monday.
    for (const move of ['three-days', 'three-days', 'three-days', 'tomorrow']) {
      await maren.post('/clock', { move });
    }
    await until(
      async () => (await rowOf(w, 'campaign', w.alder.campaignId))['state'] === 'complete',
      { patienceMs: 60_000 },
    );
    const counts = await Promise.all(open.map(async (member) => (await messagesTo(member)).length));
    expect(counts.every((count) => count === 3)).toBe(true);
    const campaign = workflowIds.campaign(w.alder.campaignId);
    expect(await w.engine.client.workflow.getHandle(campaign).result()).toBe('complete');
    await recordHistory(w.engine.client, campaign, 'campaign-complete');
    await recordHistory(
      w.engine.client,
      workflowIds.membership(open[0]?.id ?? ''),
      'membership-exited',
    );
  }, 120_000);
});
