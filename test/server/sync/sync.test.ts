import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveCursor } from '#db/live-events.ts';
import { settleDead } from '#db/events/claim-event.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { addHistoryImport, addOpenPhone } from '#test/support/history/rows.ts';
import { parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { listenTo } from '#test/server/live/listen-to.ts';

let world: TestWorld;
let maren: Visitor & { cookie: string };
const stop = new AbortController();

beforeAll(async () => {
  world = await openWorld();
  maren = await openApp(world).as(world.alder.maren);
});
afterAll(async () => {
  stop.abort();
  await world.end();
});

const dot = async (path = '/contacts') => {
  const answer = await maren.get(path);
  const statements = Number(
    /desc="(\d+) statements"/.exec(answer.headers.get('server-timing') ?? '')?.[1],
  );
  return { text: parse(await answer.text())('#sync-dot').text(), statements };
};

const change = (statement: Parameters<typeof run>[1]) =>
  world.database.transaction((em) => run(em, statement));

describe('the sign in the frame', () => {
  it('is silent where all is well, and costs no statement', async () => {
    const { text, statements } = await dot('/sync');
    expect(text).toBe('');
    // The visit, and the page's own.
    expect(statements).toBe(2);
  });

  it('says that nobody watches an account, once a quarter of an hour has passed', async () => {
    const { accountId } = await addOpenPhone(world.database, world.alder.workspaceId);
    expect((await dot()).text).toBe('');
    await change(
      sql`update provider_account set created_at = now() - interval '16 minutes' where id = ${accountId}`,
    );
    expect((await dot()).text).toBe('News of a provider come late');
    await change(sql`update provider_account set watched_at = now() where id = ${accountId}`);
    expect((await dot()).text).toBe('');
  });

  it('says that a gap is being read, and no more when it has been', async () => {
    const phone = await addOpenPhone(world.database, world.alder.workspaceId, 'Gap');
    const id = await addHistoryImport(phone, { kind: 'gap', since: new Date() });
    expect((await dot()).text).toBe('News of a provider come late');
    expect(
      parse(await (await maren.get('/sync')).text())(`a[href="/history/${id}"]`).text(),
    ).toContain('being read, 0 things so far');
    await change(
      sql`update history_import set state = 'complete', finished_at = now() where id = ${id}`,
    );
    expect((await dot()).text).toBe('');
  });

  it('appears in open pages when a webhook dies, leads to why, and goes with its replay', async () => {
    const since = await liveCursor(world.database.fork());
    const stream = listenTo(
      await openApp(world, { stopping: stop.signal }).app.request(
        `http://throughline.test/events?since=${since}`,
        { headers: { Cookie: maren.cookie } },
      ),
    );
    const id = await addEvent();
    await world.database.transaction((em) => settleDead(em, id, 'no-sender'));
    const { data } = await stream.until('message');
    expect(data).toContain('News of a provider do not come in');
    await stream.close();
    expect((await dot()).text).toBe('News of a provider do not come in');
    const page = parse(await (await maren.get('/sync')).text());
    expect(page('a[href="/settings/events#dead"]').text()).toBe('1 webhook to look at and replay');
    await maren.post(`/settings/events/${id}/replay`);
    expect((await dot()).text).toBe('');
  });

  it('is of one workspace alone', async () => {
    const lien = await openApp(world).as(world.clinique.lien);
    const theirs = parse(await (await lien.get('/contacts')).text());
    expect(theirs('#sync-dot').text()).toBe('News of a provider do not come in');
    expect((await dot()).text).toBe('');
  });
});

/** A webhook of Twilio that waits to be applied. */
async function addEvent(): Promise<string> {
  const { workspaceId, accountId } = world.alder;
  const [event] = await world.database.transaction(async (em) => [
    await firstRow<{ id: string }>(
      em,
      sql`insert into provider_event (workspace_id, provider_account_id, provider, kind, dedupe_key, order_key, body)
      values (${workspaceId}, ${accountId}, 'twilio', 'message', 'sync-1', 'sync-1', 'Body=hello') returning id`,
    ),
  ]);
  return event!.id;
}
