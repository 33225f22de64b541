import type { Db } from './orm.ts';
import { rows, run, sql } from './sql.ts';
import { tellUi } from './ui-events.ts';

/** Brings back conversations whose time of rest is over, by the clock of their workspace. */
export async function wakeSnoozed(em: Db): Promise<number> {
  const woken = await rows<{ id: string; workspaceId: string }>(
    em,
    sql`update conversation c set state = 'open', snoozed_until = null
    from workspace w where w.id = c.workspace_id and c.state = 'snoozed'
      and c.snoozed_until <= now() + w.clock_offset_ms * interval '1 ms'
    returning c.id, c.workspace_id as "workspaceId"`,
  );
  const events = woken.flatMap(({ id, workspaceId }) => [
    { workspaceId, topic: 'inbox' as const, refId: id, kind: 'woken' },
    { workspaceId, topic: 'conversation' as const, refId: id, kind: 'woken' },
  ]);
  await tellUi(em, ...events);
  return woken.length;
}

/** How long an open page may be away and still catch up by itself. */
export const uiEventHours = 24;

/** Forgets what every page has long been told. */
export async function sweepUiEvents(em: Db): Promise<number> {
  return run(
    em,
    sql`delete from ui_event where at < now() - make_interval(hours => ${uiEventHours})`,
  );
}
