import { inboxViews, type InboxView } from '#domain/inbox/views.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { inView, type Reader } from './conditions.ts';

/** Counting stops here: beyond it nobody reads the figure, and everybody would wait for it. */
const mostConversationsCounted = 1000;

export type ViewCounts = Record<InboxView, number>;

/**
 * How many conversations stand in each view, in one statement; each at most `mostConversationsCounted`.
 * What is unread is counted among as many of the latest that are open; `done` is nobody's question: 0.
 */
export async function viewCounts(em: Db, reader: Reader): Promise<ViewCounts> {
  const counted = inboxViews.map((view) => sql`(${countOf(view, reader)}) as ${sql.ref(view)}`);
  const found = await firstRow<ViewCounts>(em, sql<ViewCounts>`select ${sql.join(counted)}`);
  if (!found) throw new Error('The counts of the inbox gave no row.');
  return found;
}

function countOf(view: InboxView, reader: Reader) {
  if (view === 'done') return sql`select 0`;
  if (view === 'unread') return unreadCount(reader);
  return sql`select count(*) from (select from conversation v where ${inView(view, reader)}
    limit ${mostConversationsCounted}) counted`;
}

// By two indexes that hold all it asks for: everybody's page asks it, and most of its rows are read.
const unreadCount = ({ workspaceId, userId }: Reader) =>
  sql`select count(*) from (
      select id, last_inbound_at from conversation where workspace_id = ${workspaceId} and state = 'open'
      order by last_at desc, id desc limit ${mostConversationsCounted}) v
    where v.last_inbound_at is not null and not exists (
      select from conversation_read r where r.workspace_id = ${workspaceId} and r.conversation_id = v.id
        and r.user_id = ${userId} and r.read_at >= v.last_inbound_at)`;
