import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ErrorPage } from '#web/errors/error-page.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import type { HttpEnv } from './env.ts';
import { fragment, respond, wantsPartial } from './respond.tsx';

/** A person asks for what is not there: a page that says so. */
export const notFound: NotFoundHandler<HttpEnv> = (c) => {
  const { t } = c.get('ui');
  return failure(c, 404, t.errors.notFound.title, t.errors.notFound.why);
};

/**
 * What no route expected. A page is answered by a page; a request for a region by a toast, because
 * htmx leaves the region alone on a 5xx. The code leads to the log line.
 */
export const onError: ErrorHandler<HttpEnv> = (error, c) => {
  const { t } = c.get('ui');
  if (error instanceof HTTPException) {
    const { status } = error;
    if (status === 404) return failure(c, 404, t.errors.notFound.title, t.errors.notFound.why);
    if (status === 403) return failure(c, 403, t.errors.forbidden.title, t.errors.forbidden.why);
    return error.getResponse();
  }
  c.get('log').error({ err: error }, 'unexpected error');
  return failure(c, 500, t.errors.failed.title, t.errors.failed.why);
};

/** Someone else was quicker: nothing was changed, and the toast says so. */
export function conflict<E extends HttpEnv>(c: Context<E>, sentence?: string): Promise<Response> {
  const { t } = c.get('ui');
  return fragment(
    c,
    <ToastPartial dismiss={t.shell.dismiss}>{sentence ?? t.errors.conflict}</ToastPartial>,
    409,
  );
}

type Status = 403 | 404 | 500;

function failure(c: Context<HttpEnv>, status: Status, title: string, why: string) {
  const ui = c.get('ui');
  const code = status === 500 ? c.get('requestId') : undefined;
  if (wantsPartial(c)) {
    const said = code ? ui.t.shell.failed(code) : `${title}. ${why}`;
    c.header('HX-Reswap', 'none');
    return fragment(c, <ToastPartial dismiss={ui.t.shell.dismiss}>{said}</ToastPartial>, status);
  }
  return respond(c, {
    full: <ErrorPage ui={ui} title={title} why={why} code={code} />,
    status,
  });
}
