import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveCursor } from '#db/live-events.ts';
import { run, sql } from '#db/sql.ts';
import { tellUi, type UiEvent } from '#db/ui-events.ts';
import { openApp } from '#test/support/app.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { listenTo } from './listen-to.ts';

let world: TestWorld;
let stop: AbortController;
let cookie: string;
let app: ReturnType<typeof openApp>;
let open: ReturnType<typeof listenTo>[];

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  stop = new AbortController();
  open = [];
  app = openApp(world, { stopping: stop.signal });
  ({ cookie } = await app.as(world.alder.dana));
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  stop.abort();
});

const here = () => world.alder.workspaceId;

async function follow(since?: string, headers: Record<string, string> = {}) {
  const path = since === undefined ? '/events' : `/events?since=${encodeURIComponent(since)}`;
  const answer = await app.app.request(path, { headers: { Cookie: cookie, ...headers } });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const line = listenTo(answer);
  open.push(line);
  return line;
}

/** A page that has caught up: what happens now reaches it as it happens. */
async function present() {
  const line = await follow(await now());
  await expect.poll(() => line.state.lastId).not.toBe('');
  return line;
}

const now = () => liveCursor(world.database.fork());

const tell = (...events: Partial<UiEvent>[]) =>
  world.database.transaction((em) =>
    tellUi(
      em,
      ...events.map((event) => ({
        workspaceId: here(),
        topic: 'conversation' as const,
        refId: null,
        kind: 'in',
        ...event,
      })),
    ),
  );

const thing = () => crypto.randomUUID();

test('what happens is heard at once, by its kind and by its thing', async () => {
  const line = await present();
  const id = thing();
  const began = performance.now();
  await tell({ refId: id });
  await line.until(`conversation:${id}`);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(line.names()).toContain('conversation');
});

test('what happened between the rendering of a page and its stream is heard first', async () => {
  const rendered = await now();
  const id = thing();
  await tell({ refId: id });
  const line = await follow(rendered);
  expect(await line.until(`conversation:${id}`)).toMatchObject({ data: '{"kind":"in"}' });
});

test('a long transaction that commits after later ones is never skipped', async () => {
  const id = thing();
  const rendered = await now();
  let commit = () => {};
  const held = new Promise<void>((resolve) => (commit = resolve));
  const long = world.database.transaction(async (em) => {
    await tellUi(em, {
      workspaceId: here(),
      topic: 'conversation',
      refId: id,
      kind: 'in',
    });
    await held;
  });
  const line = await follow(rendered);
  const later = thing();
  await tell({ refId: later });
  await line.until(`conversation:${later}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(line.names()).not.toContain(`conversation:${id}`);
  commit();
  await long;
  await line.until(`conversation:${id}`);
});

test('a stream that breaks goes on where it stood', async () => {
  const first = await follow(await now());
  const [one, two] = [thing(), thing()];
  await tell({ refId: one });
  await first.until(`conversation:${one}`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stood = first.state.lastId;
  await first.close();
  await tell({ refId: two });
  const second = await follow(undefined, { 'Last-Event-ID': stood });
  await second.until(`conversation:${two}`);
  expect(second.names()).not.toContain(`conversation:${one}`);
  expect(second.names()).not.toContain('resync');
});

test.each([
  ['nothing', undefined],
  ['nonsense', '12:x:y@3'],
  ['a snapshot of another database', '900000000000:900000000000:@99999999999'],
])('a page that comes with %s reads everything anew', async (_what, since) => {
  const line = await follow(since);
  expect(await line.until('resync')).toBeDefined();
});

test('a page that was away for more than a day reads everything anew', async () => {
  const [snapshot] = (await now()).split('@');
  const line = await follow(`${snapshot}@${Math.floor(Date.now() / 1000) - 25 * 3600}`);
  expect(await line.until('resync')).toBeDefined();
});

test('of very many things at once only the kind is told', async () => {
  const line = await present();
  await tell(...Array.from({ length: 100 }, () => ({ refId: thing() })));
  expect(JSON.parse((await line.until('conversation:any')).data)).toEqual({ count: 100 });
  expect(line.names().filter((name) => name.startsWith('conversation:'))).toHaveLength(1);
});

test('nothing of another workspace is heard', async () => {
  const line = await present();
  const [theirs, ours] = [thing(), thing()];
  await tell({ refId: theirs, workspaceId: world.clinique.workspaceId });
  await tell({ refId: ours });
  await line.until(`conversation:${ours}`);
  expect(line.names().join()).not.toContain(theirs);
});

test('the counter of those who wait comes as a region with the news of the inbox', async () => {
  const line = await follow(await now());
  await tell({ topic: 'inbox', refId: thing() });
  const region = await line.until('message');
  expect(region.data).toContain('hx-target="#need-reply"');
});

describe('a stream ends', () => {
  test('when the session does, and says so to the page', async () => {
    const line = await present();
    await run(
      world.database.fork(),
      sql`delete from session where user_id = ${world.alder.dana.id}`,
    );
    await tell({ topic: 'workspace', kind: 'seat' });
    await line.until('seat-changed');
    await expect.poll(() => line.state.ended).toBe(true);
  });

  test('when the process stops, with a time of its own to come back', async () => {
    const line = await follow(await now());
    stop.abort();
    await line.until('farewell');
    await expect.poll(() => line.state.ended).toBe(true);
  });
});

test('who is not signed in hears nothing', async () => {
  const answer = await app.app.request('/events', { headers: { 'HX-Request': 'true' } });
  expect(answer.status).toBe(401);
});
