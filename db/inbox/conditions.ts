import { searchedDigits } from '#domain/contacts/filter.ts';
import type { InboxSearch, SearchedState } from '#domain/inbox/search.ts';
import type { InboxView } from '#domain/inbox/views.ts';
import { sql } from '../sql.ts';

export type Condition = ReturnType<typeof sql<boolean>>;

/** Whose inbox: what is unread and what is "mine" differ by reader. */
export interface Reader {
  workspaceId: string;
  userId: string;
}

/** On `conversation v` and `conversation_read r`, which holds how far the reader has come. */
export const unread = sql<boolean>`(v.last_inbound_at is not null and (r.read_at is null or v.last_inbound_at > r.read_at))`;

export const readBy = ({ userId }: Reader) =>
  sql`left join conversation_read r on r.workspace_id = v.workspace_id and r.conversation_id = v.id and r.user_id = ${userId}`;

/** What a view means, on `conversation v` with `readBy`. */
export function inView(view: InboxView, { workspaceId, userId }: Reader): Condition {
  const here = sql<boolean>`v.workspace_id = ${workspaceId}`;
  switch (view) {
    case 'open':
    case 'snoozed':
    case 'done':
      return sql<boolean>`${here} and v.state = ${view}`;
    case 'needs-reply':
      return sql<boolean>`${here} and v.needs_reply and v.state <> 'done'`;
    case 'mine':
      return sql<boolean>`${here} and v.assignee_id = ${userId} and v.state = 'open'`;
    case 'unassigned':
      return sql<boolean>`${here} and v.assignee_id is null and v.state = 'open'`;
    case 'unread':
      return sql<boolean>`${here} and v.state = 'open' and ${unread}`;
    case 'missed':
      return sql<boolean>`${here} and v.missed_at is not null`;
    case 'failed':
      return sql<boolean>`${here} and v.failed_sends > 0 and v.state <> 'done'`;
  }
}

/** What a search means; it looks into every conversation of the workspace, done or not. */
export function isFound(search: InboxSearch, reader: Reader): Condition {
  const { workspaceId } = reader;
  const all = [
    sql<boolean>`v.workspace_id = ${workspaceId}`,
    ...search.words.map((word) => holds(workspaceId, word)),
    ...search.from.map((word) => sql<boolean>`v.contact_id in (${reachedBy(workspaceId, word)})`),
    ...search.is.map((state) => isIn(state)),
  ];
  if (search.channel) all.push(sql<boolean>`v.last_channel = ${search.channel}`);
  if (search.assignee) all.push(assignedTo(search.assignee, reader));
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

// Texts shorter than three signs have no trigram: they are looked for in names and numbers alone.
function holds(workspaceId: string, word: string): Condition {
  const ofPerson = sql<boolean>`v.contact_id in (${reachedBy(workspaceId, word)})`;
  if (word.length < 3) return ofPerson;
  return sql<boolean>`v.id in (
    select c.id from conversation c where c.workspace_id = ${workspaceId} and c.contact_id in (${reachedBy(workspaceId, word)})
    union
    select i.conversation_id from interaction i where i.workspace_id = ${workspaceId} and i.body ilike ${part(word)})`;
}

/** Contacts whose name or address holds a word. */
function reachedBy(workspaceId: string, word: string) {
  const address = searchedDigits(word) ?? word;
  return sql`select id from contact where workspace_id = ${workspaceId} and search like ${part(word)}
    union
    select ca.contact_id from address a
      join contact_address ca on ca.workspace_id = a.workspace_id and ca.address_id = a.id
    where a.workspace_id = ${workspaceId} and a.value like ${part(address)}`;
}

function isIn(state: SearchedState): Condition {
  switch (state) {
    case 'unread':
      return unread;
    case 'waiting':
      return sql<boolean>`v.needs_reply`;
    case 'failed':
      return sql<boolean>`v.failed_sends > 0`;
    case 'open':
    case 'snoozed':
    case 'done':
      return sql<boolean>`v.state = ${state}`;
  }
}

function assignedTo(assignee: string, { userId }: Reader): Condition {
  if (assignee === 'me') return sql<boolean>`v.assignee_id = ${userId}`;
  if (assignee === 'nobody' || assignee === 'none') return sql<boolean>`v.assignee_id is null`;
  return sql<boolean>`v.assignee_id in (select id from app_user where lower(name) like ${`${literal(assignee)}%`})`;
}

const part = (word: string): string => `%${literal(word)}%`;

/** Text as `like` takes it, without wildcards. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
