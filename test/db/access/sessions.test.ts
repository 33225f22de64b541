import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openSession,
  revokeSession,
  sessionsOf,
  sweepSessions,
  turnSession,
} from '#db/access/sessions.ts';
import { hashToken } from '#db/access/token.ts';
import { visitOf } from '#db/access/visit.ts';
import { giveSeat } from '#db/access/workspaces.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.end());

const open = (userId = world.alder.maren.id) =>
  openSession(world.database.fork(), { userId, workspaceId: null, userAgent: null, ip: null });
const visit = (token: string) => visitOf(world.database.fork(), hashToken(token));
const age = (token: string, column: 'seen_at' | 'expires_at', days: number) =>
  run(
    world.database.fork(),
    sql`update session set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(days => ${days})
      where token_hash = ${hashToken(token)}`,
  );

describe('a session', () => {
  it('is kept by the hash of its token only', async () => {
    const token = await open();
    const stored = await firstRow<{ all: string }>(
      world.database.fork(),
      sql`select string_agg(s::text, ' ') as all from session s`,
    );
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(stored?.all).not.toContain(token);
    expect(stored?.all).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('ends after fourteen days without a visit', async () => {
    const token = await open();
    await age(token, 'seen_at', 13);
    expect((await visit(token))?.user.name).toBe('Maren Okafor');
    await age(token, 'seen_at', 2);
    expect(await visit(token)).toBeUndefined();
  });

  it('ends after ninety days, however often it is used', async () => {
    const token = await open();
    await age(token, 'expires_at', 91);
    expect(await visit(token)).toBeUndefined();
  });

  it('is swept away once it has ended', async () => {
    const token = await open();
    await age(token, 'seen_at', 20);
    expect(await sweepSessions(world.database.fork())).toBeGreaterThan(0);
    const left = await firstRow(
      world.database.fork(),
      sql`select 1 as one from session where token_hash = ${hashToken(token)}`,
    );
    expect(left).toBeUndefined();
  });

  it('is revoked by its own user alone', async () => {
    const token = await open();
    const current = hashToken(token);
    const [mine] = await sessionsOf(world.database.fork(), {
      userId: world.alder.maren.id,
      current,
    });
    const revoke = (userId: string) =>
      revokeSession(world.database.fork(), { userId, id: mine!.id });
    expect(await revoke(world.alder.dana.id)).toBe(false);
    expect(await revoke(world.alder.maren.id)).toBe(true);
  });

  it('turns only to a workspace where its user has a seat', async () => {
    const { lien } = world.clinique;
    const token = await open(lien.id);
    const turn = () =>
      turnSession(world.database.fork(), {
        tokenHash: hashToken(token),
        workspaceId: world.alder.workspaceId,
      });
    expect(await turn()).toBe(false);
    const seat = { workspaceId: world.alder.workspaceId, userId: lien.id, role: 'viewer' as const };
    await giveSeat(world.database.fork(), seat);
    expect(await turn()).toBe(true);
    expect((await visit(token))?.workspace?.name).toBe('Alder & Tide');
  });
});
