import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { jsonOf, sentenceOf } from '../../answers.ts';
import { E164 } from '../../state/account.ts';
import type { Store } from '../../store.ts';
import { type ControlEnv, knownAccount } from '../control.ts';
import type { Openphone } from '../openphone.ts';
import { recordChange } from '../record-change.ts';
import { EVENT_TYPES, LEGACY_EVENTS, type Webhook } from '../webhooks/event.ts';
import { findCall, findMessage, type Workspace } from '../workspace.ts';
import { newCall, playedCall } from './new-call.ts';

const e164 = z.string().regex(E164, 'a number is written in E.164, such as +12015550118');

const written = z.object({
  from: e164,
  /** A number of the workspace, or its id. */
  to: z.string(),
  body: z.string().max(1600).default(''),
  pictures: z.number().int().min(0).max(10).default(0),
  others: z.array(e164).max(9).default([]),
});

const happened = z.object({ type: z.enum(EVENT_TYPES), about: z.string() });

const registered = z.object({
  family: z.enum(['v1', 'dated']),
  url: z.string().refine((url) => url.startsWith('/') || URL.canParse(url), 'a URL or a path'),
  events: z.array(z.enum(EVENT_TYPES)).optional(),
  resourceIds: z.array(z.string()).default(['*']),
});

const NO_NUMBER = { error: 'The workspace has no such number.' };

/** `/sandbox/openphone/<account>`: what people on the other side do, and who is told of it. */
export function playingRoutes(store: Store, openphone: Openphone): Hono<ControlEnv> {
  return new Hono<ControlEnv>()
    .use('/:account/*', knownAccount(store))
    .post('/:account/messages', async (c) => {
      const parsed = written.safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      const number = ownNumber(c.get('workspace'), parsed.data.to);
      const to = number && store.world.senders.get(number.number);
      if (!to) return c.json(NO_NUMBER, 422);
      const { sid } = await openphone.inbound.receive({ ...parsed.data, to });
      return c.json({ id: sid }, 201);
    })
    .post('/:account/calls', async (c) => {
      const parsed = playedCall.safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      const workspace = c.get('workspace');
      const number = ownNumber(workspace, parsed.data.to);
      if (!number) return c.json(NO_NUMBER, 422);
      const played = newCall(workspace, number, parsed.data);
      await openphone.calls.begin(workspace, played);
      return c.json({ id: played.call.id }, 201);
    })
    .post('/:account/events', async (c) => {
      const parsed = happened.safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      const workspace = c.get('workspace');
      const { type, about } = parsed.data;
      const isThere = type.startsWith('call.')
        ? findCall(workspace, about)
        : findMessage(workspace, about);
      if (!isThere) return c.json({ error: 'The workspace has nothing with this id.' }, 422);
      void openphone.events.tell(workspace, type, about);
      return c.body(null, 202);
    })
    .post('/:account/webhooks', async (c) => {
      const parsed = registered.safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      const webhook = webhookOf(c.get('workspace'), parsed.data);
      await recordChange(store, c.get('workspace'), { kind: 'webhook', webhook });
      return c.json({ id: webhook.id, key: webhook.key }, 201);
    });
}

function ownNumber({ numbers }: Workspace, asked: string) {
  return numbers.find((one) => one.id === asked || one.number === asked);
}

/** As if it had been made in the app of the provider: the API does not see it. */
function webhookOf(workspace: Workspace, given: z.infer<typeof registered>): Webhook {
  const secret = randomBytes(24).toString('base64');
  const isLegacy = given.family === 'v1';
  return {
    ...given,
    id: `WH${randomBytes(8).toString('hex')}`,
    madeBy: 'sandbox',
    key: isLegacy ? secret : `whsec_${secret}`,
    events: given.events ?? (isLegacy ? Object.values(LEGACY_EVENTS).flat() : EVENT_TYPES),
    label: null,
    status: 'enabled',
    userId: workspace.users[0]!.id,
    createdAt: Date.now(),
  };
}
