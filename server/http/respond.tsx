import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Answer {
  /** The whole document, as a link from elsewhere, a reload or Back asks for it. */
  full: Html | (() => Html);
  /** The part that changes, for a request that swaps a region. Without one the full page answers. */
  partial?: Html | (() => Html);
  status?: ContentfulStatusCode;
}

/** htmx says which it wants; a Back request carries no HX-Request, so that header decides nothing. */
export const wantsPartial = (c: Context): boolean => c.req.header('HX-Request-Type') === 'partial';

/**
 * Answers with the page or with its fragment, from the same components.
 * Only the one that is asked for is rendered when both are functions.
 */
export async function respond(
  c: Context,
  { full, partial, status = 200 }: Answer,
): Promise<Response> {
  keepPrivate(c);
  if (partial && wantsPartial(c)) return c.html(await rendered(partial), status);
  return c.html(`<!doctype html>${String(await rendered(full))}`, status);
}

/** A fragment on its own, such as the answer to an order. */
export async function fragment(
  c: Context,
  part: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  keepPrivate(c);
  return c.html(await part, status);
}

/** Moves the whole page. fetch would follow a plain 303 and swap the page into a region. */
export function moveTo(c: Context, path: string): Response {
  keepPrivate(c);
  if (c.req.header('HX-Request') !== 'true') return c.redirect(path, 303);
  c.header('HX-Redirect', path);
  return c.body(null, 204);
}

/** Events for the page, such as `modal:close`. Listen with `from:document`. */
export function trigger(c: Context, events: Record<string, unknown>): void {
  c.header('HX-Trigger', JSON.stringify(events));
}

// Pages are personal and change by the second.
function keepPrivate(c: Context): void {
  c.header('Vary', 'HX-Request-Type', { append: true });
  c.header('Cache-Control', 'no-store');
}

const rendered = (html: Html | (() => Html)): Html => (typeof html === 'function' ? html() : html);
