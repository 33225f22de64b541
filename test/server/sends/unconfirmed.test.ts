import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { firstRow, rows, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let lien: Visitor;
beforeEach(async () => {
  await world?.end();
  world = await openWorld();
  lien = await openApp(world).as(world.clinique.lien);
});
afterAll(() => world.end());

const sendNow = () =>
  firstRow<{ state: string; acceptedAt: Date | null }>(
    world.database.fork(),
    sql`select state, accepted_at as "acceptedAt" from send where id = ${world.clinique.unconfirmedSendId}`,
  );
const decide = (verdict: string, order = v7()) =>
  lien.post(
    '/sends/decisions',
    { order, verdict, selected: world.clinique.unconfirmedSendId },
    { partial: true },
  );
const outbox = () =>
  rows<{ kind: string; key: string }>(
    world.database.fork(),
    sql`select kind, key from outbox where workspace_id = ${world.clinique.workspaceId} and kind = 'send.start'`,
  );

describe('a send that nobody can vouch for', () => {
  it('stands on its page with whom it was for', async () => {
    const html = await (await lien.get('/sends/unconfirmed')).text();
    await expectValidHtml(html);
    expect(parse(html)('#unconfirmed tbody tr').text()).toContain('Bastien Lurquin');
  });

  it('counts as sent once a person says that it arrived', async () => {
    expect((await decide('arrived')).status).toBe(200);
    const send = await sendNow();
    expect(send?.state).toBe('accepted');
    expect(send?.acceptedAt).not.toBeNull();
  });

  it('goes through the gate again once a person says that it did not, a double click once', async () => {
    const order = v7();
    await decide('lost', order);
    await decide('lost', order);
    expect((await sendNow())?.state).toBe('held');
    expect(await outbox()).toEqual([{ kind: 'send.start', key: world.clinique.unconfirmedSendId }]);
  });

  it('is not decided twice: what was decided first stands', async () => {
    await decide('arrived');
    await decide('lost');
    expect((await sendNow())?.state).toBe('accepted');
  });

  it('is not decided where nothing is ticked', async () => {
    const answer = await lien.post('/sends/decisions', { verdict: 'lost' }, { partial: true });
    expect(answer.status).toBe(422);
    expect((await sendNow())?.state).toBe('unconfirmed');
  });
});
