import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeInto } from '#db/contacts/merge.ts';
import { rows, run, sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.end());

interface Walk {
  contact_id: string;
  state: string;
  ending: string | null;
  entry: number;
}

test('a person who walks twice in one campaign walks on once', async () => {
  const [kept, other] = await inOneCampaign();
  await merge(kept, other);
  const walks = await walksOf(kept, other);
  expect(walks.map(({ contact_id }) => contact_id)).toEqual([kept, kept]);
  expect(walks.map(({ entry }) => entry)).toEqual([1, 2]);
  expect(walks.map(({ state, ending }) => ending ?? state)).toEqual(['walking', 'stopped']);
  const told = await rows<{ kind: string }>(
    world.database.fork(),
    sql`select kind from outbox where kind = 'membership.ended'`,
  );
  expect(told.length).toBe(1);
});

test('merged contacts lead on to the last one that stays', async () => {
  const ids = world.alder.contacts.slice(10, 13).map(({ id }) => id);
  const [first = '', second = '', third = ''] = ids;
  await merge(second, first);
  await merge(third, second);
  const merged = await rows<{ into: string }>(
    world.database.fork(),
    sql`select merged_into as into from contact where id in (${first}, ${second})`,
  );
  expect(merged).toEqual([{ into: third }, { into: third }]);
});

async function inOneCampaign(): Promise<[string, string]> {
  const { workspaceId, contacts, campaignId, versionId } = world.alder;
  const [kept, other] = contacts.slice(20, 22).map(({ id }) => id);
  await run(
    world.database.fork(),
    sql`delete from membership where workspace_id = ${workspaceId} and contact_id in (${kept}, ${other})`,
  );
  await run(
    world.database.fork(),
    sql`insert into membership (workspace_id, campaign_id, contact_id, address_id, version_id, state)
    select ca.workspace_id, ${campaignId}, ca.contact_id, ca.address_id, ${versionId}, 'walking'
    from contact_address ca where ca.contact_id in (${kept}, ${other}) and ca.label = 'mobile'`,
  );
  return [kept ?? '', other ?? ''];
}

const merge = (contactId: string, otherId: string) =>
  world.database.transaction((em) => {
    const { workspaceId, maren } = world.alder;
    const order = { orderId: uuidv7(), workspaceId, userId: maren.id };
    return mergeInto(em, { ...order, contactId, otherId, choices: {} });
  });

const walksOf = (...ids: string[]) =>
  rows<Walk>(
    world.database.fork(),
    sql`select contact_id, state, ending, entry from membership where contact_id = any(${ids}::uuid[]) order by entry`,
  );
