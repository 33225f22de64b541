import type { Message } from '../state/message.ts';
import { reachedAt } from '../state/message.ts';
import type { World } from '../state/world.ts';
import { messageBody } from './message-body.ts';

const DAY_MS = 86_400_000;

/** One page of an account's messages in Twilio's envelope, newest first. */
export function messagePage(world: World, url: URL, hideAfter: number): object {
  const query = url.searchParams;
  const account = /Accounts\/(AC[0-9a-f]{32})/.exec(url.pathname)?.[1];
  const pageSize = Math.min(Math.max(Number(query.get('PageSize') ?? 50) || 50, 1), 1000);
  const page = Math.max(Number(query.get('Page') ?? 0) || 0, 0);
  const from = world.messages.get(query.get('PageToken')?.slice(2) ?? '')?.seq ?? Infinity;

  const found: Message[] = [];
  const candidates = candidatesOf(world, query);
  for (let i = candidates.length - 1; i >= 0 && found.length <= pageSize; i -= 1) {
    const message = candidates[i]!;
    const isVisible = message.seq < from && message.acceptedAt <= hideAfter;
    if (isVisible && message.account === account && matches(message, query)) found.push(message);
  }
  const shown = found.slice(0, pageSize);
  const next = found.length > pageSize ? shown.at(-1) : undefined;
  return envelope(url, { shown, next, page, pageSize });
}

/** The shorter of the two lists that can hold what is asked for. */
function candidatesOf(world: World, query: URLSearchParams): readonly Message[] {
  return ['To', 'From']
    .map((name) => query.get(name))
    .filter((party) => party !== null)
    .map((party) => world.byParty.get(party) ?? [])
    .reduce((short, list) => (list.length < short.length ? list : short), world.order);
}

function matches(message: Message, query: URLSearchParams): boolean {
  const [to, from] = [query.get('To'), query.get('From')];
  if (to !== null && message.to !== to) return false;
  if (from !== null && message.from !== from) return false;
  return isSentWithin(message, query);
}

/** A message still in the queue has no sent date yet and is found by the date of its acceptance. */
function isSentWithin(message: Message, query: URLSearchParams): boolean {
  const at = reachedAt(message, 'sent') ?? message.acceptedAt;
  const [on, after, before] = ['DateSent', 'DateSent>', 'DateSent<'].map((name) =>
    spanOf(query.get(name)),
  );
  if (on && (at < on.start || at >= Math.floor(on.start / DAY_MS) * DAY_MS + DAY_MS)) return false;
  if (after && at < after.start) return false;
  return !before || at <= before.end;
}

/** A bare date means its whole day in GMT, a date with a time means that second. */
function spanOf(text: string | null): { start: number; end: number } | undefined {
  const start = text ? Date.parse(text) : Number.NaN;
  if (!text || Number.isNaN(start)) return undefined;
  return { start, end: start + (text.length === 10 ? DAY_MS - 1 : 999) };
}

type Page = { shown: Message[]; next: Message | undefined; page: number; pageSize: number };

function envelope(url: URL, { shown, next, page, pageSize }: Page): object {
  return {
    end: page * pageSize + Math.max(shown.length - 1, 0),
    first_page_uri: uriOf(url, { Page: '0', PageSize: String(pageSize) }),
    next_page_uri: next
      ? uriOf(url, {
          Page: String(page + 1),
          PageSize: String(pageSize),
          PageToken: `PA${next.sid}`,
        })
      : null,
    page,
    page_size: pageSize,
    previous_page_uri: null,
    messages: shown.map(messageBody),
    start: page * pageSize,
    uri: url.pathname + url.search,
  };
}

function uriOf(url: URL, change: { [name: string]: string }): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('PageToken');
  for (const [name, value] of Object.entries(change)) query.set(name, value);
  return `${url.pathname}?${query}`;
}
