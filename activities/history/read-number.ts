import { advance, type Step } from '#db/history/advance.ts';
import { queueConversations } from '#db/history/progress.ts';
import type { Cursor, HistoryLook, NumberLook } from '#db/history/look.ts';
import { writeConversations } from '#db/history/write-conversations.ts';
import type { Database } from '#db/orm.ts';
import type { Read } from '#workflows/history/activities.ts';
import type { OpenPhone } from '../providers/openphone/client.ts';
import { asking } from './asking.ts';
import { expectedOf, stepAfter, tailMs } from './steps.ts';

const DAY = 86_400_000;
const sliceDays = 90;
/** So many slices, and then all that is older. */
const slices = 4;
/** Whether a bound is part of its span is not documented, so slices overlap. */
const overlapMs = 60_000;

/** Reads one page of the conversations of a number, and has each walked. */
export async function readNumberPage(
  database: Database,
  { look, cursor, number }: NumberLook,
  client: OpenPhone,
): Promise<Read> {
  const of = { look, request: 'GET /v1/conversations', about: number.externalId };
  const { bounds, isLast } = sliceOf(look, cursor);
  const page = () =>
    client.conversations({ numberId: number.externalId, ...bounds, token: cursor.token });
  const asked = await asking(database, of, page, expectedOf(cursor));
  if (asked.kind === 'failed') return { kind: 'stopped' };
  const end: Step = isLast ? { kind: 'done' } : { kind: 'list', list: cursor.list + 1 };
  const step = await stepAfter(database, of, {
    cursor,
    asked,
    atOf: (one) => one.updatedAt ?? one.lastActivityAt,
    end,
  });
  const { workspaceId, accountId } = look;
  const conversations = asked.kind === 'answer' ? asked.value.items : [];
  await database.transaction(async (em) => {
    const written = await writeConversations(em, { workspaceId, accountId, number, conversations });
    const ids = [...written.ids.values()];
    await queueConversations(em, look, {
      ids,
      kind: 'conversation',
      again: cursor.kind === 'tail',
    });
    await advance(em, look, cursor, { step, counted: { changed: written.changed } });
  });
  return { kind: step.kind === 'done' ? 'done' : 'more' };
}

/** Newest first, bounded above as well: what moves meanwhile shifts no page, and is read at the end. */
function sliceOf(look: HistoryLook, cursor: Cursor) {
  const until = look.until.getTime();
  if (cursor.kind === 'tail')
    return { bounds: { updatedAfter: iso(until - tailMs) }, isLast: true };
  if (look.since) return { bounds: { updatedAfter: iso(look.since.getTime()) }, isLast: true };
  const newest = until - cursor.list * sliceDays * DAY;
  const updatedBefore = iso(newest + overlapMs);
  if (cursor.list >= slices) return { bounds: { updatedBefore }, isLast: true };
  const updatedAfter = iso(newest - sliceDays * DAY - overlapMs);
  return { bounds: { updatedAfter, updatedBefore }, isLast: false };
}

const iso = (ms: number): string => new Date(ms).toISOString();
