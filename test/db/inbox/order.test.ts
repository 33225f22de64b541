import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assignConversation,
  closeConversation,
  reopenConversation,
  snoozeConversation,
} from '#db/inbox/order.ts';
import { wakeSnoozed } from '#db/sweeps.ts';
import { sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { deskAt, type TestDesk } from './desk.ts';

let world: TestWorld;
let desk: TestDesk;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  desk = deskAt(world, world.alder);
  id = desk.conversationWith('Nadia');
});
afterAll(() => world.end());

const order = () => desk.order(id, world.alder.dana.id);
const assign = (to: string | null) =>
  world.database.transaction((em) => assignConversation(em, order(), to));

describe('an order about a conversation', () => {
  test('gives it to one of the desk, and back to nobody', async () => {
    expect(await assign(world.alder.maren.id)).toBe('done');
    expect(await desk.conversation(id)).toMatchObject({ assignee_id: world.alder.maren.id });
    expect(await assign(null)).toBe('done');
    expect(await desk.conversation(id)).toMatchObject({ assignee_id: null });
  });

  test('gives it to nobody who only reads, nor to somebody of another firm', async () => {
    expect(await assign(world.alder.sal.id)).toBe('no-member');
    expect(await assign(world.clinique.lien.id)).toBe('no-member');
  });

  test('lets it rest until the clock of the workspace wakes it, and not before', async () => {
    const until = await desk.one<{ at: Date }>(
      sql`select workspace_now(${desk.workspaceId}) + interval '3 hours' as at`,
    );
    await world.database.transaction((em) =>
      snoozeConversation(em, order(), until?.at ?? new Date()),
    );
    expect(await world.database.transaction(wakeSnoozed)).toBe(0);
    expect(await desk.conversation(id)).toMatchObject({ state: 'snoozed' });
    await desk.change(
      sql`update workspace set clock_offset_ms = clock_offset_ms + 4 * 3600000 where id = ${desk.workspaceId}`,
    );
    expect(await world.database.transaction(wakeSnoozed)).toBe(1);
    expect(await desk.conversation(id)).toMatchObject({ state: 'open', snoozed_until: null });
  });

  test('comes back by itself when the person writes, snoozed or done', async () => {
    await world.database.transaction((em) => closeConversation(em, order()));
    expect(await desk.conversation(id)).toMatchObject({ state: 'done' });
    await desk.hears('Nadia', 'One more question');
    expect(await desk.conversation(id)).toMatchObject({ state: 'open', needs_reply: true });
  });

  test('given twice happens once, is written down, and tells every open page', async () => {
    const given = order();
    await world.database.transaction((em) => closeConversation(em, given));
    await world.database.transaction((em) => reopenConversation(em, order()));
    await world.database.transaction((em) => closeConversation(em, given));
    expect(await desk.conversation(id)).toMatchObject({ state: 'open' });
    const [written] = await desk.read(
      sql`select kind, user_id from "order" where id = ${given.orderId}`,
    );
    expect(written).toEqual({ kind: 'conversation.done', user_id: world.alder.dana.id });
    const told = await desk.read(
      sql`select topic from ui_event where ref_id = ${id} and kind = 'conversation.reopen' order by id`,
    );
    expect(told).toEqual([{ topic: 'inbox' }, { topic: 'conversation' }]);
  });

  test('does nothing to a conversation of another firm', async () => {
    const theirs = world.clinique.conversations[0]?.id ?? '';
    const outcome = await world.database.transaction((em) =>
      closeConversation(em, { ...order(), conversationId: theirs }),
    );
    expect(outcome).toBe('not-found');
  });
});
