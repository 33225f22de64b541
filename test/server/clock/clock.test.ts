import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor;
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
});
afterAll(() => world.end());

const offset = async () => {
  const row = await firstRow<{ ms: number }>(
    world.database.fork(),
    sql`select clock_offset_ms as ms from workspace where id = ${world.alder.workspaceId}`,
  );
  return row!.ms;
};
const hour = 3_600_000;

describe('the clock of a sandbox', () => {
  it('stands on every page of the workspace', async () => {
    const page = parse(await (await maren.get('/settings')).text());
    expect(page('#sandbox-clock').text()).toContain('Sandbox clock: ');
  });

  it('moves once for a double click and asks the relay to take the walks along', async () => {
    const order = v7();
    for (const _ of [1, 2])
      expect((await maren.post('/clock', { order, move: 'hour' })).status).toBe(303);
    expect(await offset()).toBe(hour);
    const told = await rows<{ kind: string; payload: { ms: number } }>(
      world.database.fork(),
      sql`select kind, payload from outbox where workspace_id = ${world.alder.workspaceId} and kind = 'clock.moved'`,
    );
    expect(told).toEqual([{ kind: 'clock.moved', payload: { ms: hour } }]);
  });

  it('tells where each move leads', async () => {
    const html = await (await maren.get('/clock')).text();
    await expectValidHtml(html);
    expect(parse(html)('main [name=move]').length).toBe(3);
    expect(parse(html)('main').text()).toContain('tomorrow, 9:00 AM');
  });

  it('is not moved by a viewer, nor to anywhere else', async () => {
    const before = await offset();
    const sal = await app.as(world.alder.sal);
    expect((await sal.post('/clock', { move: 'hour' })).status).toBe(403);
    expect((await maren.post('/clock', { move: 'yesterday' })).status).toBe(409);
    expect(await offset()).toBe(before);
  });
});

describe('a live workspace', () => {
  it('keeps real time, whoever asks', async () => {
    const em = world.database.fork();
    const id = v7();
    await run(
      em,
      sql`insert into workspace (id, name, mode, zone) values (${id}, 'Real', 'live', 'UTC')`,
    );
    await run(
      em,
      sql`insert into seat (workspace_id, user_id, role) values (${id}, ${world.alder.maren.id}, 'owner')`,
    );
    const live = await app.as(world.alder.maren, id);
    expect((await live.post('/clock', { move: 'hour' })).status).toBe(409);
    expect(parse(await (await live.get('/clock')).text())('main form').length).toBe(0);
    const moved = run(em, sql`update workspace set clock_offset_ms = 1 where id = ${id}`);
    await expect(moved).rejects.toThrow('live_time_is_real');
  });
});
