import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewCounts } from '#db/inbox/counts.ts';
import { conversationList } from '#db/inbox/list.ts';
import { markRead, markUnread } from '#db/inbox/read.ts';
import { sql } from '#db/sql.ts';
import { readInboxSearch } from '#domain/inbox/search.ts';
import type { InboxView } from '#domain/inbox/views.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { deskAt, type TestDesk } from './desk.ts';

let world: TestWorld;
let desk: TestDesk;
beforeAll(async () => {
  world = await openWorld();
  desk = deskAt(world, world.alder);
});
afterAll(() => world.end());

const reader = (user: 'maren' | 'dana' | 'sal' = 'dana') => ({
  workspaceId: world.alder.workspaceId,
  userId: world.alder[user].id,
});

const inView = async (view: InboxView, user?: 'maren' | 'dana' | 'sal') =>
  (await conversationList(world.database.fork(), reader(user), { view })).map(
    ({ firstName }) => firstName,
  );

const found = async (text: string) =>
  (
    await conversationList(world.database.fork(), reader(), {
      view: 'open',
      search: readInboxSearch(text),
    })
  ).map(({ firstName }) => firstName);

describe('the list of conversations', () => {
  test('shows what is open, latest first', async () => {
    const names = await inView('open');
    expect(names.slice(0, 3)).toEqual(['Marisol', 'Nadia', 'Ruth']);
    expect(names).not.toContain('Gus');
  });

  test('answers each view with its own, and counts the same', async () => {
    const counts = await viewCounts(world.database.fork(), reader());
    for (const view of ['open', 'needs-reply', 'mine', 'unassigned', 'unread', 'failed'] as const)
      expect([view, counts[view]]).toEqual([view, (await inView(view)).length]);
    expect(await inView('mine')).toEqual(['Walt', 'Hannah', 'Tom']);
    expect(await inView('mine', 'sal')).toEqual([]);
    expect(await inView('failed')).toEqual(['Hannah']);
    expect((await inView('done')).toSorted()).toEqual(['Gus', 'Henrik']);
  });

  test('is unread for each reader on their own', async () => {
    const conversationId = desk.conversationWith('Nadia');
    const [last] = await desk.read<{ id: string }>(
      sql`select last_interaction_id as id from conversation where id = ${conversationId}`,
    );
    await world.database.transaction((em) =>
      markRead(em, reader('dana'), { conversationId, seenId: last?.id ?? '' }),
    );
    expect(await inView('unread', 'dana')).not.toContain('Nadia');
    expect(await inView('unread', 'maren')).toContain('Nadia');
    await world.database.transaction((em) => markUnread(em, reader('dana'), conversationId));
    expect(await inView('unread', 'dana')).toContain('Nadia');
  });

  test('stays unread where a message came after what was seen', async () => {
    const conversationId = desk.conversationWith('Ruth');
    const [seen] = await desk.read<{ id: string }>(
      sql`select last_interaction_id as id from conversation where id = ${conversationId}`,
    );
    await desk.hears('Ruth', 'One more thing');
    await world.database.transaction((em) =>
      markRead(em, reader(), { conversationId, seenId: seen?.id ?? '' }),
    );
    expect(await inView('unread')).toContain('Ruth');
  });

  test('never takes the mark of a reader backwards', async () => {
    const { conversationId, interactionId } = await desk.hears('Tom', 'Thanks');
    const [first] = await desk.read<{ id: string }>(
      sql`select id from interaction where conversation_id = ${conversationId} order by at limit 1`,
    );
    for (const seenId of [interactionId, first?.id ?? ''])
      await world.database.transaction((em) => markRead(em, reader(), { conversationId, seenId }));
    expect(await inView('unread')).not.toContain('Tom');
  });
});

describe('the search', () => {
  test('finds by name, by number and by what was said, done or not', async () => {
    expect(await found('halloran')).toEqual(['Ruth']);
    expect(await found('(207) 555-0103')).toEqual(['Tom']);
    expect(await found('slate roofs')).toEqual(['Tom']);
    expect(await found('first frost')).toEqual(['Henrik']);
  });

  test('wants all words, each anywhere', async () => {
    expect(await found('nadia cedar')).toEqual(['Nadia']);
    expect(await found('nadia slate')).toEqual([]);
  });

  test('narrows by state, person of ours, channel and person of theirs', async () => {
    expect(await found('is:failed')).toEqual(['Hannah']);
    expect(await found('assignee:maren')).toEqual(['Gus']);
    expect(await found('assignee:me is:open from:tom')).toEqual(['Tom']);
    expect(await found('channel:email')).toEqual([]);
  });

  test('takes signs of a pattern for what they are', async () => {
    expect(await found('%%%')).toEqual([]);
    expect(await found('___')).toEqual([]);
  });

  test('of another workspace finds nothing of this one', async () => {
    const clinique = {
      workspaceId: world.clinique.workspaceId,
      userId: world.clinique.lien.id,
    };
    const search = readInboxSearch('halloran');
    const em = world.database.fork();
    expect(await conversationList(em, clinique, { view: 'open', search })).toEqual([]);
    expect(await conversationList(em, clinique, { view: 'open' })).toHaveLength(1);
  });
});

describe('pages of the list', () => {
  test('follow each other without a gap or a double, also where instants are equal', async () => {
    await desk.change(sql`
      with people as (
        insert into contact (workspace_id, first_name)
        select ${desk.workspaceId}::uuid, 'P' || n from generate_series(1, 95) n returning id, workspace_id)
      insert into conversation (workspace_id, contact_id, last_at, state)
      select workspace_id, id, '2026-01-01T12:00:00.123456Z', 'snoozed' from people`);
    const seen: string[] = [];
    const read = async (before?: string): Promise<void> => {
      const page = await conversationList(world.database.fork(), reader(), {
        view: 'snoozed',
        before,
      });
      const shown = page.slice(0, 40);
      seen.push(...shown.map(({ id }) => id));
      if (page.length > 40) await read(shown.at(-1)?.cursor);
    };
    await read();
    expect(seen).toHaveLength(95);
    expect(new Set(seen).size).toBe(95);
  });

  test('begin anew where the place is not one of ours', async () => {
    const em = world.database.fork();
    const page = await conversationList(em, reader(), { view: 'done', before: "1_'; drop" });
    expect(page).toHaveLength(2);
  });
});
