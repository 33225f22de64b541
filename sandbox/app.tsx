import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { accountRoutes } from './accounts.ts';
import { faultRoutes } from './faults/routes.ts';
import { ledgerRoutes } from './ledger.ts';
import { openphoneControl } from './openphone/control.ts';
import { mediaRoutes } from './openphone/media/routes.ts';
import { playingRoutes } from './openphone/playing/routes.ts';
import { openphoneRoutes } from './openphone/routes.ts';
import { pageRoutes } from './pages/routes.tsx';
import { phoneRoutes } from './phones.ts';
import type { Sandbox } from './sandbox.ts';
import { twilioRoutes } from './twilio/routes.ts';

/** Everything the sandbox answers: the providers' own paths, its controls, the judge and the page. */
export function createApp(sandbox: Sandbox, isReady: () => boolean = () => true): Hono {
  const { store, faults, walk, openphone, log } = sandbox;
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', (c) => (isReady() ? c.text('ready') : c.text('stopping', 503)));
  app.route('/2010-04-01/Accounts', twilioRoutes({ store, faults, walk }));
  app.route('/v1', openphoneRoutes({ store, faults, walk, doors: openphone.doors }));
  app.route('/media/openphone', mediaRoutes({ store, doors: openphone.doors }));
  app.route('/sandbox/openphone', openphoneControl(store, openphone.doors));
  app.route('/sandbox/openphone', playingRoutes(store, openphone));
  app.route('/sandbox/accounts', accountRoutes({ store, doors: openphone.doors, log }));
  app.route('/sandbox/faults', faultRoutes(faults, log));
  app.route('/sandbox/phones', phoneRoutes(sandbox));
  app.route('/ledger', ledgerRoutes(store.world));
  app.route('/', pageRoutes(sandbox));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ err: error, path: c.req.routePath }, 'request failed');
    return c.json({ error: 'The sandbox itself failed; its log says how.' }, 500);
  });
  return app;
}
