import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { jsonOf, sentenceOf } from '../answers.ts';
import type { Store } from '../store.ts';
import type { Doors } from './door.ts';
import { recordChange } from './record-change.ts';
import { settings } from './settings.ts';
import type { Workspace } from './workspace.ts';

export type ControlEnv = { Variables: { workspace: Workspace } };

/** `/sandbox/openphone/<account>`: habits, requests, and what disappears or appears again. */
export function openphoneControl(store: Store, doors: Doors): Hono<ControlEnv> {
  const hide = async (c: Context<ControlEnv>, isHidden: boolean) => {
    const id = c.req.param('id') ?? '';
    await recordChange(store, c.get('workspace'), { kind: 'hidden', id, isHidden });
    return c.body(null, 204);
  };

  return new Hono<ControlEnv>()
    .use('/:account/*', knownAccount(store))
    .get('/:account/settings', (c) => c.json(doors.of(c.get('workspace').account).settings))
    .patch('/:account/settings', async (c) => {
      const door = doors.of(c.get('workspace').account);
      const change = (await jsonOf(c)) ?? { body: 'no JSON' };
      const parsed = settings.safeParse({ ...door.settings, ...change });
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      door.settings = parsed.data;
      return c.json(door.settings);
    })
    .get('/:account/requests', (c) => c.json(doors.of(c.get('workspace').account).requests.body()))
    .delete('/:account/requests', (c) => {
      doors.of(c.get('workspace').account).requests.clear();
      return c.body(null, 204);
    })
    .get('/:account/hidden', (c) => c.json({ hidden: [...c.get('workspace').hidden] }))
    .delete('/:account/objects/:id', (c) => hide(c, true))
    .put('/:account/objects/:id', (c) => hide(c, false));
}

/** Says 404 for an account that nobody made known. */
export function knownAccount(store: Store): MiddlewareHandler<ControlEnv> {
  return async (c, next) => {
    const workspace = store.world.openphone.get(c.req.param('account') ?? '');
    if (!workspace) return c.json({ error: 'There is no such account here.' }, 404);
    c.set('workspace', workspace);
    return next();
  };
}
