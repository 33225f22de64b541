import type { Db } from './orm.ts';
import { lastly } from './lastly.ts';
import { wakeAfterCommit } from './notifier.ts';
import { jsonb, sql } from './sql.ts';

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
    | 'history'
    | 'sync'
    | 'senders'
    | 'sequence'
    | 'workspace';
  refId: string | null;
  kind: string;
}

export type UiTopic = UiEvent['topic'];

const told = new WeakMap<object, Map<string, UiEvent>>();

/**
 * Tells open pages, in the business transaction; read back by snapshot (ARCHITECTURE.md). All that a
 * transaction has to tell is written by one statement at its end, once a thing: its last news stands.
 */
export async function tellUi(em: Db, ...events: UiEvent[]): Promise<void> {
  if (events.length === 0) return;
  wakeAfterCommit(em, 'ui');
  const pending = told.get(em) ?? new Map<string, UiEvent>();
  told.set(em, pending);
  for (const event of events) {
    const thing = `${event.workspaceId} ${event.topic} ${event.refId}`;
    pending.delete(thing);
    pending.set(thing, event);
  }
}

/** Leaves for last what the transaction of `em` has to tell. */
export function writeUiEvents(em: Db): void {
  const events = told.get(em);
  if (!events) return;
  told.delete(em);
  lastly(
    em,
    'ui_event',
    sql`insert into ui_event (workspace_id, topic, ref_id, kind)
    select e."workspaceId", e.topic, e."refId", e.kind
    from jsonb_to_recordset(${jsonb([...events.values()])}) as e("workspaceId" uuid, topic text, "refId" uuid, kind text)`,
  );
}
