import { recordProblem } from '#db/history/problems.ts';
import type { Cursor } from '#db/history/look.ts';
import type { Step } from '#db/history/advance.ts';
import type { Database } from '#db/orm.ts';
import type { Page } from '../providers/openphone/client.ts';
import type { Asked, Asking } from './asking.ts';

/** A token that has ended is answered with 400, and is no more than a reason to begin its list anew. */
export const expectedOf = ({ token }: Cursor): readonly number[] => (token === null ? [] : [400]);

/** What moved since an import began, and a little before: two clocks never agree. */
export const tailMs = 5 * 60_000;

/** So many pages in a row that bring nothing new end a list. */
export const staleAtMost = 3;
const restartsAtMost = 5;

/**
 * Where a list goes after this answer: on, anew because its token has ended, or to its end. What is odd
 * about it becomes a problem of the import.
 * @param atOf when an item happened, ISO 8601
 * @param end where the end of this list leads
 */
export async function stepAfter<T>(
  database: Database,
  of: Asking,
  input: { cursor: Cursor; asked: Asked<Page<T>>; atOf: (item: T) => string | null; end: Step },
): Promise<Step> {
  const { cursor, asked, atOf, end } = input;
  if (asked.kind === 'refused') {
    const tokenEnded = asked.status === 400 && cursor.token !== null;
    if (!tokenEnded) return end;
    const again = cursor.restarts < restartsAtMost;
    await note('token-ended', again);
    return again ? { kind: 'restart' } : end;
  }
  if (asked.kind === 'failed') return end;
  const { items, next, unreadable } = asked.value;
  if (unreadable > 0) await note('unreadable', false);
  if (next === null) return end;
  if (next === cursor.token) {
    await note('repeated-token', false);
    return end;
  }
  const span = widened(cursor, items.map(atOf));
  const stale = span.isWider ? 0 : cursor.stale + 1;
  if (stale >= staleAtMost) {
    await note('endless', false);
    return end;
  }
  return { kind: 'next', token: next, seenFrom: span.from, seenTo: span.to, stale };

  function note(code: string, solved: boolean): Promise<void> {
    const { workspaceId, importId } = of.look;
    const found = { workspaceId, importId, request: of.request, about: of.about, status: null };
    return database.transaction((em) => recordProblem(em, { ...found, code, solved }));
  }
}

/** The span of time that a list has shown. A page within it shows what was shown before. */
function widened(
  { seenFrom, seenTo }: Cursor,
  instants: readonly (string | null)[],
): { from: Date | null; to: Date | null; isWider: boolean } {
  const times = instants.flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  if (times.length === 0) return { from: seenFrom, to: seenTo, isWider: false };
  const from = Math.min(...times, seenFrom?.getTime() ?? Infinity);
  const to = Math.max(...times, seenTo?.getTime() ?? -Infinity);
  const isWider = from !== seenFrom?.getTime() || to !== seenTo?.getTime();
  return { from: new Date(from), to: new Date(to), isWider };
}
