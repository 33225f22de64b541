import { Hono, type MiddlewareHandler } from 'hono';
import type { Faults } from '../faults/faults.ts';
import { faultGate } from '../faults/gate.ts';
import type { Store } from '../store.ts';
import type { Walk } from '../twilio/walk.ts';
import { sendingRoutes } from './sending.ts';
import { webhookRoutes } from './webhooks/routes.ts';
import { callPartRoutes } from './call-parts.ts';
import { contactRoutes } from './contacts.ts';
import type { Doors } from './door.ts';
import { refuse } from './errors.ts';
import { listRoutes } from './lists.ts';
import { type QuoEnv, shapeOf } from './request.ts';

export type OpenphoneParts = {
  readonly store: Store;
  readonly faults: Faults;
  readonly doors: Doors;
  readonly walk: Walk;
};

/** The v1 surface of api.quo.com, as far as an importer and a sender need it. */
export function openphoneRoutes(parts: OpenphoneParts): Hono<QuoEnv> {
  const { faults } = parts;
  return new Hono<QuoEnv>()
    .use(knownKey(parts), faultGate(faults, { refuse: spoil, isCreate }), withinRate)
    .route('/', listRoutes(faults))
    .route('/', callPartRoutes())
    .route('/', contactRoutes(parts.store))
    .route('/', webhookRoutes(parts.store))
    .route('/', sendingRoutes(parts.store, parts.walk))
    .all('*', (c) => refuse(c, { status: 404 }, shapeOf(c)));
}

/** The key stands alone in the header: with a scheme before it, it is no key. */
function knownKey({ store, doors }: OpenphoneParts): MiddlewareHandler<QuoEnv> {
  return async (c, next) => {
    const key = c.req.header('Authorization');
    const workspace = [...store.world.openphone.values()].find((one) => one.account.key === key);
    if (!workspace) return refuse(c, { status: 401, message: 'Unauthorized' }, 'flat');
    const door = doors.of(workspace.account);
    door.requests.note(c.req.method, new URL(c.req.url), Date.now());
    c.set('workspace', workspace);
    c.set('door', door);
    return next();
  };
}

const withinRate: MiddlewareHandler<QuoEnv> = async (c, next) => {
  const { settings, limiter } = c.get('door');
  return limiter.passes(settings.requestsPerSecond, Date.now()) ? next() : tooMany(c);
};

const isCreate = (c: Parameters<typeof shapeOf>[0]) =>
  c.req.method === 'POST' && c.req.path === '/v1/messages';

function spoil(c: Parameters<typeof shapeOf>[0], how: 'down' | 'too many' | 'error'): Response {
  if (how === 'too many') return tooMany(c);
  return refuse(c, { status: how === 'down' ? 503 : 500 }, shapeOf(c));
}

function tooMany(c: Parameters<typeof shapeOf>[0]): Response {
  c.get('door').requests.noteRefused(Date.now());
  return refuse(c, { status: 429 }, shapeOf(c));
}
