import type { Context } from 'hono';
import type { z } from 'zod';
import type { Door } from './door.ts';
import { badRequest, type Refusal, refuse } from './errors.ts';
import { pageOf } from './page-tokens.ts';
import { queryIn } from './query.ts';
import { mix } from './seed/draw.ts';
import type { Settings } from './settings.ts';
import type { Listed, Workspace } from './workspace.ts';

export type QuoEnv = { Variables: { workspace: Workspace; door: Door } };
export type QuoContext = Context<QuoEnv>;

export function shapeOf(c: QuoContext): Settings['errorShape'] {
  return c.get('door').settings.errorShape;
}

export function no(c: QuoContext, refusal: Refusal): Response {
  return refuse(c, refusal, shapeOf(c));
}

/** Answers with what `answer` makes of a good query, or says what is wrong with it. */
export function withQuery<T extends z.ZodType>(
  c: QuoContext,
  schema: T,
  answer: (query: z.output<T>) => Response,
): Response {
  const parsed = schema.safeParse(queryIn(new URL(c.req.url)));
  return parsed.success ? answer(parsed.data) : no(c, badRequest(parsed.error));
}

/** One page of a list in Quo's envelope. */
export function answerPage<T extends Omit<Listed<unknown>, 'load'>>(
  c: QuoContext,
  list: readonly T[],
  asked: {
    readonly maxResults: number;
    readonly pageToken?: string | undefined;
    readonly body: (one: T) => object;
  },
): Response {
  const { settings } = c.get('door');
  const page = pageOf(list, {
    url: new URL(c.req.url),
    maxResults: asked.maxResults,
    pageToken: asked.pageToken,
    key: c.get('workspace').account.key,
    lifeMs: settings.pageTokenSeconds * 1000,
  });
  if ('refusal' in page) return no(c, { status: 400, message: page.refusal });
  return c.json({
    data: page.shown.map(asked.body),
    totalItems: settings.totalItems === 'right' ? list.length : wrong(list.length),
    nextPageToken: page.nextPageToken,
  });
}

/** Too few or too many, never right. */
function wrong(count: number): number {
  return mix(count) % 2 === 0 ? Math.floor(count / 2) + (count < 2 ? 3 : 0) : count + 7;
}
