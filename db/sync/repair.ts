import type { HistoryKind, HistoryState } from '#domain/history/run.ts';
import { closeAlert, openAlert } from '../alerts.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** An import that brought in what no webhook told. */
export interface RepairRun {
  workspaceId: string;
  accountId: string;
  kind: HistoryKind;
  state: HistoryState;
  since: Date | null;
  until: Date;
  /** Messages and calls that were not here: drift. */
  written: number;
}

export async function repairRun(em: Db, importId: string): Promise<RepairRun | undefined> {
  return firstRow<RepairRun>(
    em,
    sql`select workspace_id as "workspaceId", provider_account_id as "accountId", kind, state, since, until,
      messages + calls as written from history_import where id = ${importId}`,
  );
}

/** A gap that is closed is known to its end; drift by night is an alert until a night without any. */
export async function settleRepairRun(em: Db, repair: RepairRun): Promise<void> {
  const { workspaceId, accountId, kind, written } = repair;
  if (kind === 'gap') {
    await run(
      em,
      sql`update provider_account set known_until = greatest(known_until, ${repair.until})
      where workspace_id = ${workspaceId} and id = ${accountId}`,
    );
  } else if (written > 0) {
    const subject = { subjectType: 'provider_account' as const, subjectId: accountId };
    await openAlert(em, { workspaceId, kind: 'sync-drift', ...subject, detail: { written } });
  } else {
    await closeAlert(em, { kind: 'sync-drift', subjectId: accountId });
  }
  await tellUi(em, { workspaceId, topic: 'sync', refId: accountId, kind });
}
