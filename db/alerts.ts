import type { Db } from './orm.ts';
import { firstRow, rows, run, sql } from './sql.ts';
import { tellUi } from './ui-events.ts';

/** Something that a person must know; at most one is open for the same thing. */
export interface NewAlert {
  workspaceId: string;
  kind: 'provider-down' | 'provider-refused' | 'campaign-stopped' | 'sender-paused' | 'sync-drift';
  subjectType: 'provider_account' | 'campaign' | 'sender';
  subjectId: string;
  /** Codes and figures; never a person's data. */
  detail: Record<string, string | number>;
}

export async function openAlert(em: Db, alert: NewAlert): Promise<void> {
  const { workspaceId, kind, subjectType, subjectId, detail } = alert;
  const opened = await run(
    em,
    sql`insert into alert (workspace_id, kind, subject_type, subject_id, detail)
    values (${workspaceId}, ${kind}, ${subjectType}, ${subjectId}, ${detail}) on conflict do nothing`,
  );
  if (opened > 0) await tellUi(em, { workspaceId, topic: 'workspace', refId: null, kind: 'alert' });
}

/** The thing is well again. */
export async function closeAlert(
  em: Db,
  { kind, subjectId }: Pick<NewAlert, 'kind' | 'subjectId'>,
): Promise<void> {
  const closed = await rows<{ workspaceId: string }>(
    em,
    sql`update alert set closed_at = now() where kind = ${kind} and subject_id = ${subjectId} and closed_at is null
    returning workspace_id as "workspaceId"`,
  );
  for (const { workspaceId } of closed) {
    await tellUi(em, { workspaceId, topic: 'workspace', refId: null, kind: 'alert' });
  }
}

/** Whether such an alert stands open in the workspace. */
export async function openAlertOf(
  em: Db,
  workspaceId: string,
  kind: NewAlert['kind'],
): Promise<boolean> {
  const open = await firstRow(
    em,
    sql`select 1 as one from alert where workspace_id = ${workspaceId} and kind = ${kind} and closed_at is null limit 1`,
  );
  return open !== undefined;
}
