import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignConversation } from '#db/inbox/order.ts';
import { openConversation } from '#db/inbox/conversation.ts';
import { picturesOf } from '#db/inbox/pictures.ts';
import { threadOf, type SaidEntry, type ThreadEntry } from '#db/inbox/thread.ts';
import { endMembershipsOfAddress } from '#db/memberships.ts';
import { launchBare } from '#db/seeds/outreach-rows.ts';
import { sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { deskAt, type TestDesk } from './desk.ts';

let world: TestWorld;
let desk: TestDesk;
beforeAll(async () => {
  world = await openWorld();
  desk = deskAt(world, world.alder);
});
afterAll(() => world.end());

const thread = (name: string, asked: { before?: string; from?: string } = {}) =>
  threadOf(world.database.fork(), {
    workspaceId: desk.workspaceId,
    conversationId: desk.conversationWith(name),
    ...asked,
  });

const said = (entries: ThreadEntry[]) =>
  entries.filter((entry): entry is ThreadEntry & SaidEntry => entry.what === 'said');

describe('a thread', () => {
  test('tells what was said, oldest first, by whom and over which number', async () => {
    const [first, second, note, last] = said(await thread('Walt'));
    expect(first).toMatchObject({
      direction: 'out',
      author: { name: 'Dana Whitcomb' },
      sender: world.alder.senders[0]?.value,
      state: 'delivered',
    });
    expect(second).toMatchObject({ direction: 'in', author: null, address: '+16035550101' });
    expect(note).toMatchObject({ kind: 'note', direction: null });
    expect(last?.pictures).toMatchObject([{ state: 'stored', width: 480, height: 320 }]);
  });

  test('tells which walk a reply ended, and what the desk ordered', async () => {
    const { id: contactId, addressId } = desk.person('Ruth');
    const { workspaceId } = desk;
    await world.database.transaction((em) =>
      launchBare(em, { ...world.alder, contactId, addressId, stepId: 'st-first-note' }),
    );
    await desk.hears('Ruth', 'Yes please');
    await world.database.transaction((em) =>
      endMembershipsOfAddress(em, { workspaceId, addressId, ending: 'replied' }),
    );
    const order = desk.order(desk.conversationWith('Ruth'), world.alder.dana.id);
    await world.database.transaction((em) => assignConversation(em, order, world.alder.maren.id));
    expect((await thread('Ruth')).slice(-3)).toMatchObject([
      { what: 'said', body: 'Yes please' },
      { what: 'walk', campaign: 'Storm windows, November', ending: 'replied' },
      { what: 'ordered', kind: 'conversation.assign', by: 'Dana Whitcomb', to: 'Maren Okafor' },
    ]);
  });

  test('is read in pages without a gap or a double, and anew from where it stood', async () => {
    const { id, addressId } = desk.person('Tom');
    await desk.change(sql`
      insert into interaction (workspace_id, conversation_id, contact_id, kind, channel, direction, body, at, address_id)
      select ${desk.workspaceId}, ${desk.conversationWith('Tom')}, ${id}, 'message', 'sms', 'in', 'm' || n,
        '2026-01-01T12:00:00.000100Z'::timestamptz + (n / 3) * interval '1 microsecond', ${addressId}
      from generate_series(1, 100) n`);
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const found = await thread('Tom', before ? { before } : {});
      const shown = found.length > 40 ? found.slice(1) : found;
      seen.unshift(...shown.map(({ cursor }) => cursor));
      before = shown[0]?.cursor;
      if (found.length <= 40) break;
    }
    expect(seen).toHaveLength(104);
    expect(new Set(seen).size).toBe(104);
    const again = await thread('Tom', { from: seen[10] ?? '' });
    expect(again.map(({ cursor }) => cursor)).toEqual(seen.slice(10));
  });

  test('of another firm is empty, as are its pictures and its head', async () => {
    const em = world.database.fork();
    const theirs = {
      workspaceId: world.clinique.workspaceId,
      conversationId: desk.conversationWith('Walt'),
    };
    expect(await threadOf(em, theirs)).toEqual([]);
    expect(await picturesOf(em, theirs)).toEqual([]);
    const reader = { workspaceId: theirs.workspaceId, userId: world.clinique.lien.id };
    expect(await openConversation(em, reader, theirs.conversationId)).toBeUndefined();
  });

  test('begins at its end where the place is not one of ours', async () => {
    expect(await thread('Nadia', { before: 'nonsense' })).toHaveLength(1);
  });
});

describe('the person beside it', () => {
  test('is shown with each address, what they agreed to and what is stopped', async () => {
    const em = world.database.fork();
    const reader = { workspaceId: desk.workspaceId, userId: world.alder.dana.id };
    const { conversationId } = await desk.hears('George', 'Who is this?');
    const george = await openConversation(em, reader, conversationId);
    expect(george?.addresses).toMatchObject([
      { kind: 'phone', value: '+16035550105', blocked: ['sms'], stopped: { reason: 'keyword' } },
    ]);
    const walt = await openConversation(em, reader, desk.conversationWith('Walt'));
    expect(walt).toMatchObject({
      assignee: 'Dana Whitcomb',
      lastText: { senderId: world.alder.senders[0]?.id },
      addresses: [{ consent: { status: 'given', source: 'form' } }, { kind: 'email' }],
    });
  });
});
