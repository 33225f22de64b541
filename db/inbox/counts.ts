import { inboxViews, type InboxView } from '#domain/inbox/views.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { inView, readBy, type Reader } from './conditions.ts';

/** Counting stops here: beyond it nobody reads the figure, and everybody would wait for it. */
export const mostConversationsCounted = 1000;

export type ViewCounts = Record<InboxView, number>;

/** How many conversations stand in each view, in one statement; each at most `mostConversationsCounted`. */
export async function viewCounts(em: Db, reader: Reader): Promise<ViewCounts> {
  const counted = inboxViews.map(
    (
      view,
    ) => sql`(select count(*) from (select from conversation v ${view === 'unread' ? readBy(reader) : sql``}
      where ${inView(view, reader)} limit ${mostConversationsCounted}) counted) as ${sql.ref(view)}`,
  );
  const found = await firstRow<ViewCounts>(em, sql<ViewCounts>`select ${sql.join(counted)}`);
  if (!found) throw new Error('The counts of the inbox gave no row.');
  return found;
}
