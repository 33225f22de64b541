import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enrolAudience } from '#db/campaigns/enrol.ts';
import { orderCampaign } from '#db/campaigns/orders.ts';
import { markStarted, takeDue, wakeResumed } from '#db/campaigns/release.ts';
import { moveClock } from '#db/clock-moves.ts';
import { rows, run, sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let w: TestWorld;
let campaignId: string;
let workspaceId: string;
let userId: string;

beforeAll(async () => {
  w = await openWorld();
  ({ campaignId, workspaceId } = w.alder);
  userId = w.alder.maren.id;
  await w.database.transaction((em) =>
    orderCampaign(em, 'launch', { orderId: uuidv7(), workspaceId, userId, campaignId }),
  );
  await enrolAudience(w.database, campaignId);
  await run(
    w.database.fork(),
    sql`update membership set planned_at = now() - interval '1 minute' where campaign_id = ${campaignId}`,
  );
});
afterAll(() => w.end());
beforeEach(() => run(w.database.fork(), sql`delete from outbox`));

const told = () =>
  rows<{ kind: string; key: string }>(
    w.database.fork(),
    sql`select kind, key from outbox order by id`,
  );
const due = (most: number) =>
  w.database.transaction((em) => takeDue(em, campaignId, { firstStepId: null, most }));
const started = (ids: string[]) =>
  w.database.transaction((em) => markStarted(em, { workspaceId, campaignId, membershipIds: ids }));

describe('a release that broke off between the start of a walk and its record', () => {
  test('gives the walk again with the offset it was started with, and brings it along', async () => {
    const first = await due(2);
    await w.database.transaction((em) =>
      moveClock(em, { orderId: uuidv7(), workspaceId, userId, ms: 60_000 }),
    );
    await run(w.database.fork(), sql`delete from outbox`);
    const again = await due(2);
    expect(again.toSorted(byId)).toEqual(first.toSorted(byId));
    await started(again.map(({ id }) => id));
    expect(await told()).toEqual([{ kind: 'clock.moved', key: workspaceId }]);
  });

  test('tells of no clock where none was moved', async () => {
    const [walk] = await due(1);
    await started([walk!.id]);
    expect(await told()).toEqual([]);
  });
});

describe('whoever a pause has parked', () => {
  test('is told by the relay, in the transaction that counts them as due', async () => {
    const parked = sql<{
      key: string;
    }>`update membership set awaits = 'resume', held = '{"why":"campaign-paused"}'
      where campaign_id = ${campaignId} and started_at is not null returning id as key`;
    const people = await rows(w.database.fork(), parked);
    expect(people).toHaveLength(3);
    await w.database.transaction((em) => wakeResumed(em, campaignId));
    const words = people.map(({ key }) => ({ kind: 'membership.wake', key }));
    expect((await told()).toSorted(byKey)).toEqual(words.toSorted(byKey));
    await w.database.transaction((em) => wakeResumed(em, campaignId));
    expect(await told()).toHaveLength(3);
  });
});

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
