import type { Context } from 'hono';
import { conversationList, conversationsAPage } from '#db/inbox/list.ts';
import { asksNothing, readInboxSearch } from '#domain/inbox/search.ts';
import { inboxView } from '#domain/inbox/views.ts';
import type { AppEnv } from '#server/context.ts';
import type { InboxList, InboxRow, ListPlace } from '#web/inbox/types.ts';
import { idFrom, readerOf } from './reader.ts';

/** A screen that holds more reads the rest by scrolling again. */
const mostAtOnce = 400;

export function placeOf(c: Context<AppEnv>): ListPlace {
  return { view: inboxView(c.req.query('view')), q: (c.req.query('q') ?? '').trim().slice(0, 200) };
}

/** The list as the address asks for it; `rows` and `held` come from a page that shows one already. */
export async function listOf(c: Context<AppEnv>, openId: string | null): Promise<InboxList> {
  const place = placeOf(c);
  const search = readInboxSearch(place.q);
  const shown = Number(c.req.query('rows')) || 0;
  const most = Math.min(Math.max(shown, conversationsAPage), mostAtOnce);
  const found = await conversationList(c.var.em, readerOf(c), {
    view: place.view,
    search: asksNothing(search) ? undefined : search,
    before: c.req.query('before'),
    most,
  });
  const page = found.slice(0, most);
  const held = (c.req.query('held') ?? '').split(',').filter(Boolean);
  return {
    ...place,
    ...(held.length > 0 ? inHeldOrder(page, held) : { rows: page, news: 0 }),
    next: found.length > most ? (page.at(-1)?.cursor ?? null) : null,
    openId,
  };
}

export const openIdOf = (c: Context<AppEnv>): string | null => idFrom(c.req.query('open'));

/** While somebody points at the list nothing may move under their hand; what came is counted. */
function inHeldOrder(
  page: readonly InboxRow[],
  held: readonly string[],
): Pick<InboxList, 'rows' | 'news'> {
  const place = new Map(held.map((id, at) => [id, at]));
  const rows = page
    .filter(({ id }) => place.has(id))
    .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return { rows, news: page.length - rows.length };
}
