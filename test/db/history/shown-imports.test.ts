import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyDifferences } from '#db/history/differences.ts';
import { shownImport } from '#db/history/shown-imports.ts';
import { run, sql } from '#db/sql.ts';
import {
  addHistoryImport,
  addOpenPhone,
  addProof,
  type HistoryScene,
} from '#test/support/history/rows.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let phone: HistoryScene;

beforeAll(async () => {
  world = await openWorld();
  phone = await addOpenPhone(world.database, world.alder.workspaceId);
});
afterAll(() => world.end());

const change = (statement: Parameters<typeof run>[1]) =>
  world.database.transaction((em) => run(em, statement));
const shown = async (importId: string) =>
  (await shownImport(world.database.fork(), { workspaceId: phone.workspaceId, importId }))!;

describe('the measuring of an import’s pace', () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  it('ends after a minute with what was asked and done in it, and begins anew', async () => {
    const pacedAt = minutesAgo(2);
    const id = await addHistoryImport(phone, { pacedAt, requests: 100, pacedRequests: 100 });
    await change(
      sql`update history_import set requests = 700, conversations = 60, parts = 20 where id = ${id}`,
    );
    const { requestsPerMinute, donePerMinute, ...now } = await shown(id);
    expect(requestsPerMinute).toBeCloseTo(300, -1);
    expect(donePerMinute).toBeCloseTo(40, 0);
    expect(now).toMatchObject({ pacedRequests: 700, pacedDone: 80 });
    expect(now.pacedAt.getTime()).toBeGreaterThan(pacedAt.getTime());
  });

  it('goes on within the minute, and forgets everything with a new phase', async () => {
    const known = { pacedAt: minutesAgo(0.5), requestsPerMinute: 290, donePerMinute: 9 };
    const { accountId } = await addOpenPhone(world.database, phone.workspaceId);
    const id = await addHistoryImport({ ...phone, accountId }, known);
    await change(sql`update history_import set requests = 5 where id = ${id}`);
    expect(await shown(id)).toMatchObject({ ...known, pacedRequests: 0 });
    await change(sql`update history_import set phase = 'parts' where id = ${id}`);
    expect(await shown(id)).toMatchObject({
      requestsPerMinute: null,
      donePerMinute: null,
      pacedRequests: 5,
    });
  });
});

describe('the conversations that differ', () => {
  const asked = { limit: 10, named: 2 };

  it('come with the largest holes first, also one that is missing as a whole, and none that agrees', async () => {
    const id = await addHistoryImport(phone, { state: 'complete' });
    await addProof(phone, id, { conversations: 5, differing: 2, holesEach: 3 });
    await change(
      sql`insert into history_hole (workspace_id, history_import_id, kind, external_id, number_external_id, conversation_external_id)
      values (${phone.workspaceId}, ${id}, 'conversation', 'CN9', 'PN1', 'CN9')`,
    );
    const { workspaceId } = phone;
    const found = await historyDifferences(world.database.fork(), {
      workspaceId,
      importId: id,
      ...asked,
    });
    expect(found.total).toBe(3);
    expect(
      found.differences.map(({ externalId, missingInAll }) => [externalId, missingInAll]),
    ).toEqual([
      ['CN000001', 3],
      ['CN000002', 3],
      ['CN9', 1],
    ]);
    expect(found.differences[0]).toMatchObject({ messagesTheirs: 30, messagesOurs: 27 });
    expect(found.differences[0]?.missing).toHaveLength(2);
    expect(found.differences[2]).toMatchObject({ conversationId: null, number: '+16035550121' });
  });

  it('name what only we have too, with nothing missing', async () => {
    const id = await addHistoryImport(phone, { state: 'complete' });
    await addProof(phone, id, { conversations: 1, differing: 0, holesEach: 0 });
    await change(
      sql`update history_tally set messages_theirs = 20 where history_import_id = ${id}`,
    );
    const { workspaceId } = phone;
    const found = await historyDifferences(world.database.fork(), {
      workspaceId,
      importId: id,
      ...asked,
    });
    expect(found.differences).toMatchObject([{ missing: [], missingInAll: 0, messagesOurs: 30 }]);
  });

  it('of another workspace are none', async () => {
    const id = await addHistoryImport(phone, { state: 'complete' });
    await addProof(phone, id, { conversations: 2, differing: 2, holesEach: 1 });
    const { workspaceId } = world.clinique;
    const found = await historyDifferences(world.database.fork(), {
      workspaceId,
      importId: id,
      ...asked,
    });
    expect(found).toEqual({ total: 0, differences: [] });
  });
});
