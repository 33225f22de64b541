import { lookAtImport, type HistoryLook } from '#db/history/look.ts';
import type { Database } from '#db/orm.ts';
import type { Page } from '../providers/openphone/client.ts';
import { asking, type Asked, type Asking } from './asking.ts';
import { staleAtMost } from './steps.ts';

/** More pages than this hold no conversation. */
const pagesAtMost = 5_000;

export interface WholeList {
  ids: Set<string>;
  requests: number;
}

/**
 * The ids of a whole list, page after page; what is refused has none. A list is over as well when three
 * pages in a row bring no new id.
 * @returns null where the row says to stop
 */
export async function wholeList<T extends { providerId: string }>(
  database: Database,
  of: Asking,
  page: (token: string | null) => Promise<Page<T>>,
): Promise<WholeList | null> {
  const found: WholeList = { ids: new Set(), requests: 0 };
  let token: string | null = null;
  for (let stale = 0; stale < staleAtMost && found.requests < pagesAtMost;) {
    if (!(await isRunning(database, of.look))) return null;
    const from: string | null = token;
    const asked: Asked<Page<T>> = await asking(database, of, () => page(from));
    if (asked.kind === 'failed') return null;
    if (asked.kind === 'refused') break;
    found.requests += 1;
    const before = found.ids.size;
    for (const { providerId } of asked.value.items) found.ids.add(providerId);
    stale = found.ids.size > before ? 0 : stale + 1;
    token = asked.value.next;
    if (token === null || token === from) break;
  }
  return found;
}

async function isRunning(database: Database, { importId }: HistoryLook): Promise<boolean> {
  return (await lookAtImport(database.fork(), importId))?.state === 'running';
}
