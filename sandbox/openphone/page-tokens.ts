import { createHash, createHmac } from 'node:crypto';
import type { Listed } from './workspace.ts';

/** Where a list goes on: behind this object. */
type Cursor = { readonly at: number; readonly id: string };

export type PageAsked = {
  readonly url: URL;
  readonly maxResults: number;
  readonly pageToken: string | undefined;
  readonly key: string;
  readonly lifeMs: number;
};

/** A page, newest first, or why its token is no good. */
export type Page<T> =
  | { readonly shown: readonly T[]; readonly nextPageToken: string | null }
  | { readonly refusal: string };

/** A token holds for the query that it was given for, and for a while. */
export function pageOf<T extends Omit<Listed<unknown>, 'load'>>(
  list: readonly T[],
  asked: PageAsked,
): Page<T> {
  const cursor = asked.pageToken === undefined ? undefined : cursorIn(asked.pageToken, asked);
  if (typeof cursor === 'string') return { refusal: cursor };
  const rest = cursor ? list.filter((one) => isBehind(one, cursor)) : list;
  const shown = rest.slice(0, asked.maxResults);
  const last = shown.at(-1);
  const nextPageToken = last && rest.length > shown.length ? tokenFor(last, asked) : null;
  return { shown, nextPageToken };
}

/** New activity at the top of a list moves nothing that lies behind a cursor. */
function isBehind(one: Cursor, cursor: Cursor): boolean {
  return one.at < cursor.at || (one.at === cursor.at && one.id < cursor.id);
}

function tokenFor({ at, id }: Cursor, asked: PageAsked): string {
  const text = JSON.stringify([at, id, Date.now(), queryOf(asked.url)]);
  return `${Buffer.from(text).toString('base64url')}.${sealOf(text, asked.key)}`;
}

function cursorIn(token: string, asked: PageAsked): Cursor | string {
  const [body, seal] = token.split('.');
  const text = Buffer.from(body ?? '', 'base64url').toString();
  if (seal !== sealOf(text, asked.key)) return 'Invalid pageToken';
  const [at, id, given, query] = JSON.parse(text) as [number, string, number, string];
  if (query !== queryOf(asked.url)) return 'The pageToken belongs to another query';
  if (Date.now() - given > asked.lifeMs) return 'The pageToken has expired';
  return { at, id };
}

function queryOf(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.delete('pageToken');
  query.delete('maxResults');
  query.sort();
  return createHash('sha256').update(`${url.pathname}?${query}`).digest('base64url').slice(0, 12);
}

function sealOf(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 12);
}
