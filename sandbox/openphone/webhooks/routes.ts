import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { jsonOf } from '../../answers.ts';
import type { Store } from '../../store.ts';
import { badRequest } from '../errors.ts';
import { absent } from '../lists.ts';
import { recordChange } from '../record-change.ts';
import { no, type QuoContext, type QuoEnv } from '../request.ts';
import type { Workspace } from '../workspace.ts';
import { LEGACY_EVENTS, type Webhook } from './event.ts';

type Resource = keyof typeof LEGACY_EVENTS;

function created(resource: Resource) {
  return z.object({
    url: z.url(),
    events: z.array(z.enum(LEGACY_EVENTS[resource])).min(1),
    resourceIds: z.array(z.string().regex(/^PN|^\*$/)).default(['*']),
    label: z.string().nullable().default(null),
    status: z.enum(['enabled', 'disabled']).default('enabled'),
    userId: z.string().regex(/^US/).optional(),
  });
}

/** Webhooks of the v1 family. Those that were not made by API are not seen here. */
export function webhookRoutes(store: Store): Hono<QuoEnv> {
  async function create(c: QuoContext, resource: Resource): Promise<Response> {
    const parsed = created(resource).safeParse(await jsonOf(c));
    if (!parsed.success) return no(c, badRequest(parsed.error));
    const workspace = c.get('workspace');
    const webhook: Webhook = {
      ...parsed.data,
      id: `WH${randomBytes(8).toString('hex')}`,
      family: 'v1',
      madeBy: 'api',
      key: randomBytes(32).toString('base64'),
      userId: parsed.data.userId ?? workspace.users[0]!.id,
      createdAt: Date.now(),
    };
    await recordChange(store, workspace, { kind: 'webhook', webhook });
    return c.json({ data: webhookBody(workspace, webhook) }, 201);
  }

  const routes = new Hono<QuoEnv>()
    .get('/webhooks', (c) => {
      const workspace = c.get('workspace');
      return c.json({ data: madeByApi(workspace).map((one) => webhookBody(workspace, one)) });
    })
    .get('/webhooks/:id', (c) => {
      const workspace = c.get('workspace');
      const webhook = madeByApi(workspace).find((one) => one.id === c.req.param('id'));
      return webhook ? c.json({ data: webhookBody(workspace, webhook) }) : absent(c);
    })
    .delete('/webhooks/:id', async (c) => {
      const workspace = c.get('workspace');
      const id = c.req.param('id');
      if (!madeByApi(workspace).some((one) => one.id === id)) return absent(c);
      await recordChange(store, workspace, { kind: 'no-webhook', id });
      return c.body(null, 204);
    });
  for (const resource of Object.keys(LEGACY_EVENTS) as Resource[]) {
    routes.post(`/webhooks/${resource}`, (c) => create(c, resource));
  }
  return routes;
}

function madeByApi(workspace: Workspace): Webhook[] {
  return [...workspace.live.webhooks.values()].filter((one) => one.madeBy === 'api');
}

function webhookBody(workspace: Workspace, webhook: Webhook): object {
  const { id, userId, label, status, url, key, events, resourceIds, createdAt } = webhook;
  const at = new Date(createdAt).toISOString();
  const { orgId } = workspace;
  const made = { createdAt: at, updatedAt: at, deletedAt: null };
  return { id, userId, orgId, label, status, url, key, ...made, events, resourceIds };
}
