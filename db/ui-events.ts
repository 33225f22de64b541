import type { Db } from './orm.ts';
import { wakeAfterCommit } from './notifier.ts';
import { run, sql } from './sql.ts';

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

/** Tells open pages, in the business transaction; read back by snapshot (design.md section 8). */
export async function tellUi(em: Db, ...events: UiEvent[]): Promise<void> {
  for (const event of events) {
    await run(
      em,
      sql`insert into ui_event (workspace_id, topic, ref_id, kind)
      values (${event.workspaceId}, ${event.topic}, ${event.refId}, ${event.kind})`,
    );
  }
  wakeAfterCommit(em, 'ui');
}
