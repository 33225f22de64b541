import type { Db } from './orm.ts';
import { wakeAfterCommit } from './notifier.ts';
import { jsonb, run, sql } from './sql.ts';

/** What open pages listen to. `refId` names the row; the page fetches what it may see. */
export interface UiEvent {
  workspaceId: string;
  topic:
    | 'inbox'
    | 'conversation'
    | 'contact'
    | 'campaign'
    | 'membership'
    | 'import'
    | 'senders'
    | 'sequence'
    | 'workspace';
  refId: string | null;
  kind: string;
}

export type UiTopic = UiEvent['topic'];

/** Tells open pages, in the business transaction; read back by snapshot (decision 008). */
export async function tellUi(em: Db, ...events: UiEvent[]): Promise<void> {
  if (events.length === 0) return;
  await run(
    em,
    sql`insert into ui_event (workspace_id, topic, ref_id, kind)
    select e."workspaceId", e.topic, e."refId", e.kind
    from jsonb_to_recordset(${jsonb(events)}) as e("workspaceId" uuid, topic text, "refId" uuid, kind text)`,
  );
  wakeAfterCommit(em, 'ui');
}
