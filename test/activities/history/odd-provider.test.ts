import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { startQuo } from '#test/sandbox/openphone/quo.ts';
import {
  importRow,
  openImport,
  openTelephone,
  order,
  problemsOf,
  sealed,
  type Telephone,
} from '#test/support/history.ts';
import { driveImport } from '#test/support/history/drive.ts';
import { startOddProvider, type Passing } from '#test/support/history/odd-provider.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// What a provider may do, and what an import makes of it: the rest is read, and the row says what was odd.

let world: TestWorld;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let odd: Awaited<ReturnType<typeof startOddProvider>>;
let telephone: Telephone;

beforeAll(async () => {
  world = await openWorld();
  sandbox = await startQuo({ size: 1 / 500 });
  odd = await startOddProvider(sandbox.url);
}, 60_000);
afterAll(async () => {
  await odd?.close();
  await sandbox?.close();
  await world?.end();
});
beforeEach(async () => {
  odd.state.spoil = () => undefined;
  odd.state.ask = () => {};
  telephone = await openTelephone(world, odd.url);
});

type Item = Record<string, unknown> & { id: string };

const itemsOf = (body: Passing['body']) => (body.data ?? []) as Item[];

async function imported(): Promise<string> {
  const id = await openImport(telephone);
  await driveImport(telephone, id);
  return id;
}

const messages = async () =>
  (await firstRow<{ n: number }>(
    world.database.fork(),
    sql`select count(*) as n from interaction where workspace_id = ${telephone.workspaceId} and kind = 'message'`,
  ))!.n;

describe('lists', () => {
  test('that say the same token again end there', async () => {
    odd.state.spoil = ({ url, body }) =>
      url.pathname === '/v1/messages' ? { body: { ...body, nextPageToken: 'again' } } : undefined;
    // The sandbox refuses the token that it never gave.
    odd.state.ask = (url) => url.searchParams.delete('pageToken');
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({ state: 'complete', messages: 120 });
    expect(new Set((await problemsOf(telephone, id)).map(({ code }) => code))).toEqual(
      new Set(['repeated-token']),
    );
  });

  test('that never end are ended after three pages without anything new', async () => {
    let given = 0;
    odd.state.spoil = ({ url, body }) =>
      url.pathname === '/v1/messages'
        ? { body: { ...body, nextPageToken: `t${(given += 1)}` } }
        : undefined;
    odd.state.ask = (url) => url.searchParams.delete('pageToken');
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({ state: 'complete', messages: 120 });
    expect(await problemsOf(telephone, id)).toMatchObject(
      Array.from({ length: 4 }, () => ({ code: 'endless', solved: false })),
    );
    expect(given).toBe(4 * 4);
  });

  test('whose token has ended begin anew', async () => {
    const refused = new Set<string>();
    odd.state.ask = (url) =>
      url.pathname === '/v1/messages' && url.searchParams.set('maxResults', '7');
    odd.state.spoil = ({ url }) => {
      const token = url.searchParams.get('pageToken');
      const list = url.searchParams.get('phoneNumberId') ?? '';
      if (token === null || refused.has(list)) return undefined;
      refused.add(list);
      return { status: 400, body: { message: 'The pageToken has expired', code: '0200400' } };
    };
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({ state: 'complete', messages: 120 });
    const problems = await problemsOf(telephone, id);
    expect(problems.length).toBeGreaterThan(0);
    for (const one of problems) expect(one).toMatchObject({ solved: true });
  });

  test('are read to their end whatever they say of their length', async () => {
    odd.state.spoil = ({ body }) =>
      'totalItems' in body ? { body: { ...body, totalItems: 0 } } : undefined;
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({
      state: 'complete',
      messages: 120,
      calls: 8,
    });
  });
});

describe('messages', () => {
  test('without words are empty, and without an id are a problem', async () => {
    const seen = { spoilt: false };
    odd.state.spoil = ({ url, body }) => {
      if (url.pathname !== '/v1/messages' || seen.spoilt) return undefined;
      const [first, second, ...others] = itemsOf(body);
      if (!first || !second) return undefined;
      seen.spoilt = true;
      return {
        body: {
          ...body,
          data: [{ ...first, text: null }, { ...second, id: undefined }, ...others],
        },
      };
    };
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({ state: 'complete', messages: 119 });
    expect(await problemsOf(telephone, id)).toMatchObject([{ code: 'unreadable', solved: false }]);
  });

  test('of the future are of now, and keep what was said', async () => {
    const future = new Date(Date.now() + 30 * 86_400_000).toISOString();
    odd.state.spoil = ({ url, body }) =>
      url.pathname === '/v1/messages'
        ? {
            body: {
              ...body,
              data: itemsOf(body).map((item, i) =>
                i === 0 ? { ...item, createdAt: future } : item,
              ),
            },
          }
        : undefined;
    await imported();
    const found = () =>
      rows<{ at: Date; said: string; version: string }>(
        world.database.fork(),
        sql`select at, detail->>'providerAt' as said, xmin::text as version from interaction
        where workspace_id = ${telephone.workspaceId} and detail ? 'providerAt' order by id`,
      );
    const first = await found();
    expect(first).toHaveLength(4);
    for (const { at, said } of first) {
      expect(said).toBe(future);
      expect(at.getTime()).toBeLessThanOrEqual(Date.now());
    }
    const again = await imported();
    expect(await importRow(telephone, again)).toMatchObject({ messages: 0, changed: 0 });
    expect(await found()).toEqual(first);
  });
});

describe('a key', () => {
  test('that is refused ends the import, and a new one takes it up', async () => {
    await keyIs('revoked');
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({
      state: 'failed',
      failure: 'key-refused',
    });
    await keyIs('a-key-of-the-workspace');
    expect(await order(telephone, id, 'resume')).toEqual({ kind: 'given', state: 'running' });
    await driveImport(telephone, id);
    expect(await importRow(telephone, id)).toMatchObject({
      state: 'complete',
      failure: null,
      messages: 120,
    });
  });

  test('of another workspace reads nothing', async () => {
    await imported();
    const before = await messages();
    odd.state.spoil = ({ url, body }) =>
      url.pathname === '/v1/phone-numbers'
        ? { body: { data: itemsOf(body).map((item) => ({ ...item, id: `${item.id}x` })) } }
        : undefined;
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({
      state: 'failed',
      failure: 'other-workspace',
    });
    expect(await messages()).toBe(before);
  });

  async function keyIs(key: string): Promise<void> {
    // Opened keys are kept for half a minute, by each set of activities for itself.
    await run(
      world.database.fork(),
      sql`update provider_account set credentials = ${sealed(telephone.accountId, key)} where id = ${telephone.accountId}`,
    );
  }
});

describe('requests', () => {
  test('that are too many are asked again, and the row says so', async () => {
    const waits: unknown[] = [];
    let refused = 0;
    odd.state.spoil = ({ url }) => {
      if (url.pathname !== '/v1/messages' || refused >= 3) return undefined;
      refused += 1;
      return { status: 429, body: { error: { message: 'Slow down', key: '0200429', trace: 't' } } };
    };
    const id = await openImport(telephone);
    odd.state.ask = (url) => {
      if (url.pathname === '/v1/messages') waits.push(importRow(telephone, id));
    };
    await driveImport(telephone, id);
    const seen = (await Promise.all(waits)) as { waits_for: string | null }[];
    expect(seen.map((row) => row.waits_for)).toContain('provider-busy');
    expect(await importRow(telephone, id)).toMatchObject({
      state: 'complete',
      waits_for: null,
      messages: 120,
    });
    expect(await problemsOf(telephone, id)).toMatchObject([
      { request: 'GET /v1/messages', status: 429, code: '0200429', solved: true },
    ]);
  });

  test('that the plan does not allow are asked once', async () => {
    odd.state.spoil = ({ url }) =>
      url.pathname.startsWith('/v1/call-summaries')
        ? { status: 402, body: { message: 'Upgrade', code: '0500402', status: 402 } }
        : undefined;
    const from = odd.asked.length;
    const id = await imported();
    const asked = odd.asked.slice(from).filter((one) => one.includes('/call-summaries/'));
    expect(asked).toHaveLength(1);
    expect(await problemsOf(telephone, id)).toMatchObject([{ status: 402, code: '0500402' }]);
  });

  test('about a number that is gone are a problem, and all else is read', async () => {
    let gone = '';
    odd.state.spoil = ({ url }) => {
      if (!/^\/v1\/(?:messages|calls)$/.test(url.pathname)) return undefined;
      gone ||= url.searchParams.get('phoneNumberId') ?? '';
      return url.searchParams.get('phoneNumberId') === gone
        ? { status: 404, body: { message: 'Phone number not found', code: '0200404', status: 404 } }
        : undefined;
    };
    const id = await imported();
    const row = await importRow(telephone, id);
    expect(row).toMatchObject({ state: 'complete', conversations: row.conversations_total });
    expect(row.messages).toBeLessThan(120);
    expect(row.messages).toBeGreaterThan(0);
    for (const one of await problemsOf(telephone, id))
      expect(one).toMatchObject({ status: 404, solved: false });
  });

  test('whose answer is no JSON are given up in the end', async () => {
    odd.state.spoil = ({ url }) =>
      url.pathname.startsWith('/v1/call-transcripts') ? { body: '<html>' } : undefined;
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({ state: 'complete', messages: 120 });
    expect((await problemsOf(telephone, id)).map(({ code }) => code)).toContain('not-json');
  });
});

test('numbers that somebody wrote by hand are the numbers that they are', async () => {
  await sandbox.quo.settings({ looseNumbers: true });
  try {
    const id = await imported();
    expect(await importRow(telephone, id)).toMatchObject({ state: 'complete', messages: 120 });
    const strays = await rows(
      world.database.fork(),
      sql`select 1 from interaction where workspace_id = ${telephone.workspaceId} and address_id is null`,
    );
    expect(strays).toEqual([]);
  } finally {
    await sandbox.quo.settings({ looseNumbers: false });
  }
});
