import { rolesGivenBy, type Role } from '#domain/access/role.ts';
import type { Db } from '#db/orm.ts';
import { recordOrder } from '#db/orders.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { tellUi } from '#db/ui-events.ts';

export interface Member {
  seatId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  lastSeenAt: Date | null;
}

/** Everyone with a seat in the workspace, by name. */
export async function membersOf(em: Db, workspaceId: string): Promise<Member[]> {
  return rows<Member>(
    em,
    sql`select seat.id as "seatId", u.id as "userId", u.name, u.email, seat.role, seat.created_at as since,
        (select max(session.seen_at) from session where session.user_id = u.id) as "lastSeenAt"
      from seat join app_user u on u.id = seat.user_id
      where seat.workspace_id = ${workspaceId} order by lower(u.name), seat.id`,
  );
}

/** One seat of the workspace with its holder, or undefined where it has no such seat. */
export async function seatById(
  em: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<{ userId: string; name: string; email: string; role: Role } | undefined> {
  return firstRow(
    em,
    sql<{ userId: string; name: string; email: string; role: Role }>`
      select u.id as "userId", u.name, u.email, seat.role from seat join app_user u on u.id = seat.user_id
      where seat.workspace_id = ${workspaceId} and seat.id = ${id}`,
  );
}

/** Whether someone with this e-mail has a seat in the workspace. */
export async function isMember(
  em: Db,
  { workspaceId, email }: { workspaceId: string; email: string },
): Promise<boolean> {
  const found = await firstRow(
    em,
    sql`select 1 as one from seat join app_user u on u.id = seat.user_id
      where seat.workspace_id = ${workspaceId} and u.email = ${email}`,
  );
  return found !== undefined;
}

/** The workspaces where a user sits, by name. */
export async function seatsOf(em: Db, userId: string): Promise<{ id: string; name: string }[]> {
  return rows<{ id: string; name: string }>(
    em,
    sql`select workspace.id, workspace.name from seat join workspace on workspace.id = seat.workspace_id
      where seat.user_id = ${userId} order by lower(workspace.name), workspace.id`,
  );
}

export interface SeatOrder {
  orderId: string;
  workspaceId: string;
  /** The user who gives the order, and the role of their seat. */
  by: { userId: string; role: Role };
  seatId: string;
}

/** `last-owner`: a workspace keeps at least one; `beyond`: not this role's to give or to take. */
export type SeatOutcome = 'done' | 'unknown' | 'last-owner' | 'beyond';

/** Gives a member another role. */
export async function changeRole(em: Db, order: SeatOrder & { role: Role }): Promise<SeatOutcome> {
  return withSeat(em, order, 'member.role', order.role, async (seat) => {
    if (!rolesGivenBy(order.by.role).includes(order.role)) return 'beyond';
    if (order.role !== 'owner' && (await isLastOwner(em, seat))) return 'last-owner';
    await run(
      em,
      sql`update seat set role = ${order.role} where workspace_id = ${order.workspaceId} and id = ${seat.id}`,
    );
    return 'done';
  });
}

/** Takes a seat away; at the next request its holder is out of the workspace. */
export async function removeMember(em: Db, order: SeatOrder): Promise<SeatOutcome> {
  return withSeat(em, order, 'member.remove', null, async (seat) => {
    if (await isLastOwner(em, seat)) return 'last-owner';
    await run(
      em,
      sql`delete from seat where workspace_id = ${order.workspaceId} and id = ${seat.id}`,
    );
    return 'done';
  });
}

type LockedSeat = { id: string; workspaceId: string; userId: string; role: Role };

async function withSeat(
  em: Db,
  order: SeatOrder,
  kind: string,
  role: Role | null,
  act: (seat: LockedSeat) => Promise<SeatOutcome>,
): Promise<SeatOutcome> {
  // The lock puts changes of seats in order, so that two owners cannot each remove the other.
  await run(em, sql`select from workspace where id = ${order.workspaceId} for update`);
  const seat = await firstRow<LockedSeat>(
    em,
    sql`select id, workspace_id as "workspaceId", user_id as "userId", role from seat
      where workspace_id = ${order.workspaceId} and id = ${order.seatId}`,
  );
  if (!seat) return (await wasDone(em, order)) ? 'done' : 'unknown';
  if (!rolesGivenBy(order.by.role).includes(seat.role)) return 'beyond';
  const outcome = await act(seat);
  if (outcome === 'done') {
    await recordOrder(em, {
      id: order.orderId,
      workspaceId: order.workspaceId,
      userId: order.by.userId,
      kind,
      subjectType: 'seat',
      subjectId: seat.id,
      payload: { userId: seat.userId, from: seat.role, to: role },
    });
    const told = { workspaceId: order.workspaceId, refId: seat.id, kind };
    await tellUi(em, { ...told, topic: 'workspace' });
  }
  return outcome;
}

async function wasDone(em: Db, { workspaceId, orderId }: SeatOrder): Promise<boolean> {
  const found = await firstRow(
    em,
    sql`select 1 as one from "order" where workspace_id = ${workspaceId} and id = ${orderId}`,
  );
  return found !== undefined;
}

async function isLastOwner(em: Db, seat: LockedSeat): Promise<boolean> {
  if (seat.role !== 'owner') return false;
  const owners = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from seat where workspace_id = ${seat.workspaceId} and role = 'owner'`,
  );
  return (owners?.n ?? 0) <= 1;
}
