import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Faults } from '../faults/faults.ts';
import { faultGate, type Spoiling } from '../faults/gate.ts';
import type { Account } from '../state/account.ts';
import type { Message } from '../state/message.ts';
import type { Store } from '../store.ts';
import { accountBody } from './account-body.ts';
import { judgeCreate } from './create.ts';
import { refuse } from './errors.ts';
import { messagePage } from './list.ts';
import { mediaBody, mediaPage } from './media-body.ts';
import { messageBody } from './message-body.ts';
import { picture } from '../picture.ts';
import type { Walk } from './walk.ts';

type Env = { Variables: { account: Account } };

const API_HOST = /^api\.([a-z0-9-]+\.){0,2}twilio\.com$/;

/** The part of api.twilio.com that a messaging product calls, under its own paths. */
export function twilioRoutes(options: {
  readonly store: Store;
  readonly faults: Faults;
  readonly walk: Walk;
}): Hono<Env> {
  const { store, faults, walk } = options;
  const { world } = store;

  function outcome(c: Context<Env>, find: (message: Message) => Response | Promise<Response>) {
    const message = world.messages.get(c.req.param('sid') ?? '');
    return message?.account === c.get('account').sid ? find(message) : notFound(c);
  }

  return new Hono<Env>()
    .use(onlyApiHost, faultGate(faults, spoiling), knownAccount(store))
    .get('/:file{AC[0-9a-f]{32}\\.json}', (c) => c.json(accountBody(c.get('account'))))
    .post('/:account/Messages.json', async (c) => {
      const form = new URLSearchParams(await c.req.text());
      const verdict = judgeCreate(form, c.get('account'), { store, walk });
      if ('refusal' in verdict) return refuse(c, verdict.refusal);
      const message = await store.accept(verdict.draft);
      const body = messageBody(message);
      walk.begin(message);
      return c.json(body, 201);
    })
    .get('/:account/Messages.json', (c) => {
      const hideAfter = Date.now() - faults.settings.listDelaySeconds * 1000;
      return c.json(messagePage(world, new URL(c.req.url), hideAfter));
    })
    .get('/:account/Messages/:sid{[A-Z]{2}[0-9a-f]{32}}/Media.json', (c) =>
      outcome(c, (message) => c.json(mediaPage(message))),
    )
    .get('/:account/Messages/:sid{[A-Z]{2}[0-9a-f]{32}}/Media/:media', (c) =>
      outcome(c, (message) => {
        const [media, extension] = c.req.param('media').split('.');
        if (!media || !message.media.includes(media)) return notFound(c);
        if (extension === 'json') return c.json(mediaBody(message, media));
        return c.body(new Uint8Array(picture(media)), 200, { 'Content-Type': 'image/png' });
      }),
    )
    .get('/:account/Messages/:file{[A-Z]{2}[0-9a-f]{32}\\.json}', (c) => {
      const message = world.messages.get(c.req.param('file').slice(0, 34));
      return message?.account === c.get('account').sid ? c.json(messageBody(message)) : notFound(c);
    })
    .all('*', notFound);
}

const SPOILT = { down: 20503, 'too many': 20429, error: 20500 } as const;

const spoiling: Spoiling<Context<Env>> = {
  isCreate: (c) => c.req.method === 'POST',
  refuse(c, how) {
    if (how === 'too many') c.header('Twilio-Concurrent-Requests', '101');
    return refuse(c, SPOILT[how]);
  },
};

/** Several Twilio hosts share paths, so the client says which one it meant. */
const onlyApiHost: MiddlewareHandler<Env> = async (c, next) => {
  const host = c.req.header('X-Sim-Host');
  return host && !API_HOST.test(host) ? notFound(c) : next();
};

function knownAccount({ world }: Store): MiddlewareHandler<Env> {
  return async (c, next) => {
    const [scheme, secret] = (c.req.header('Authorization') ?? '').split(' ');
    const [sid, token] = Buffer.from(secret ?? '', 'base64')
      .toString()
      .split(':');
    const account = world.accounts.get(sid ?? '');
    if (scheme !== 'Basic' || !account || account.token !== token) {
      c.header('WWW-Authenticate', 'Basic realm="Twilio API"');
      return refuse(c, 20003);
    }
    if (!c.req.path.includes(`/Accounts/${account.sid}`)) return notFound(c);
    c.set('account', account);
    return next();
  };
}

function notFound(c: Context): Response {
  return refuse(c, 20404, `The requested resource ${c.req.path} was not found`);
}
