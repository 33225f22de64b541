import type { Role } from '#domain/access/role.ts';
import type { Db } from '#db/orm.ts';
import { recordOrder } from '#db/orders.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { askForSchedules } from '#db/sync/schedules.ts';
import { tellUi } from '#db/ui-events.ts';

export interface NewWorkspace {
  name: string;
  mode: 'sandbox' | 'live';
  zone: string;
  locale?: string;
  country?: string;
  currency?: string;
  dailyLimit?: number;
  supportContact?: string;
  /** How far the clock of a sandbox runs ahead. */
  clockOffsetMs?: number;
}

/** Makes a workspace; it has no seats yet. @returns its id */
export async function createWorkspace(em: Db, workspace: NewWorkspace): Promise<string> {
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into workspace (name, mode, zone, locale, country, currency, daily_limit, support_contact, clock_offset_ms)
      values (${workspace.name}, ${workspace.mode}, ${workspace.zone}, ${workspace.locale ?? 'en-US'},
        ${workspace.country ?? 'US'}, ${workspace.currency ?? 'USD'}, ${workspace.dailyLimit ?? 1000},
        ${workspace.supportContact ?? null}, ${workspace.clockOffsetMs ?? 0})
      returning id`,
  );
  if (!made) throw new Error('The workspace was not made.');
  return made.id;
}

/** Gives a user a seat; one who has a seat there keeps its role. @returns whether it is new */
export async function giveSeat(
  em: Db,
  seat: { workspaceId: string; userId: string; role: Role },
): Promise<boolean> {
  const changed = await run(
    em,
    sql`insert into seat (workspace_id, user_id, role) values (${seat.workspaceId}, ${seat.userId}, ${seat.role})
      on conflict (workspace_id, user_id) do nothing`,
  );
  return changed === 1;
}

export async function anyLiveWorkspace(em: Db): Promise<boolean> {
  const found = await firstRow(em, sql`select 1 as one from workspace where mode = 'live' limit 1`);
  return found !== undefined;
}

export interface WorkspaceSettings {
  name: string;
  zone: string;
  locale: string;
  supportContact: string | null;
  dailyLimit: number;
}

/** Changes what holds for everyone in the workspace. */
export async function changeSettings(
  em: Db,
  change: { orderId: string; by: string; workspaceId: string; settings: WorkspaceSettings },
): Promise<void> {
  const { workspaceId, settings } = change;
  const isNew = await recordOrder(em, {
    id: change.orderId,
    workspaceId,
    userId: change.by,
    kind: 'settings.change',
    subjectType: 'workspace',
    subjectId: workspaceId,
    payload: { ...settings },
  });
  if (!isNew) return;
  await run(
    em,
    sql`update workspace set name = ${settings.name}, zone = ${settings.zone}, locale = ${settings.locale},
        support_contact = ${settings.supportContact}, daily_limit = ${settings.dailyLimit}
      where id = ${workspaceId}`,
  );
  // What happens by night happens in the night of the new zone.
  await askForSchedules(em, { workspaceId });
  await tellUi(em, { workspaceId, topic: 'workspace', refId: workspaceId, kind: 'settings' });
}
