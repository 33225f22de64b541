import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Contact } from '#db/entities/contact.ts';
import type { AppEnv } from '#server/context.ts';
import { Hono } from 'hono';
import { openApp } from '#test/support/app.ts';
import { addHistoryImport, addOpenPhone } from '#test/support/history/rows.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { foreignIds, rowsOf } from './foreign.ts';
import type { Entry } from './entry.ts';
import { routes } from './routes.ts';
import { registered, unlisted, walk } from './walk.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
  const theirs = world.clinique.workspaceId;
  await addHistoryImport(await addOpenPhone(world.database, theirs, 'Ligne du cabinet'));
});
afterAll(() => world.end());

describe('every route', () => {
  it('is in the table, and the table names no other', () => {
    expect(unlisted(openApp(world).app, routes)).toEqual([]);
  });

  it('gives nothing of another workspace to any role, and nothing at all to a stranger', async () => {
    const { database, clinique, alder } = world;
    const theirs = await rowsOf(database, clinique.workspaceId);
    expect(await walk(world, routes)).toEqual([]);
    expect(await rowsOf(database, clinique.workspaceId)).toEqual(theirs);
    const ours = await rowsOf(database, alder.workspaceId);
    expect(await strangersIn(ours)).toEqual([]);
  }, 120_000);

  it('that forgets its workspace is found', async () => {
    const planted: Record<string, Entry> = {
      'GET /planted/:id': { kind: 'foreign', parts: { id: 'contact' } },
    };
    const opened = openApp(world);
    opened.app.route('/', forgetful());
    expect(registered(opened.app)).toContain('GET /planted/:id');
    expect(unlisted(opened.app, routes).join('\n')).toContain('GET /planted/:id has no entry');
    const faults = await walk(world, planted, opened);
    expect(faults).toHaveLength(5);
    expect(faults[0]).toContain('it answered 200 to ids of another workspace');
  });
});

/** Tables of ours in which an id of theirs stands. An order keeps what was asked for, also in vain. */
async function strangersIn(ours: Record<string, string>): Promise<string[]> {
  const ids = Object.entries(await foreignIds(world)).filter(([name]) => name !== 'step');
  const tables = Object.entries(ours).filter(([table]) => table !== 'order');
  return tables.flatMap(([table, text]) =>
    ids.filter(([, id]) => text.includes(id)).map(([name]) => `${table} names their ${name}`),
  );
}

function forgetful(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/planted/:id', async (c) => {
    const contact = await c.var.em.findOneOrFail(Contact, { id: c.req.param('id') });
    return c.text(`This is ${contact.firstName}.`);
  });
}
