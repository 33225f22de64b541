import { Hono } from 'hono';
import { z } from 'zod';
import { jsonOf, sentenceOf } from './answers.ts';
import type { Sandbox } from './sandbox.ts';
import { E164 } from './state/account.ts';
import { isTerminal, type Message, statusOf } from './state/message.ts';
import { latestPhones, lastSender, type Phone } from './state/phone.ts';

const outgoing = z.object({
  /** A number of ours; without it the one that this phone heard from last. */
  to: z.string().optional(),
  body: z.string().max(1600).default(''),
  media: z.literal('picture').optional(),
});

export type PhoneSays = z.infer<typeof outgoing>;

/** `/sandbox/phones`: what each phone shows, and what a person writes on it. */
export function phoneRoutes(sandbox: Sandbox): Hono {
  const { store } = sandbox;
  const { phones } = store.world;

  return new Hono()
    .get('/', (c) => c.json({ phones: latestPhones(phones.values(), 1000).map(phoneSummary) }))
    .get('/:number', (c) => {
      const number = c.req.param('number');
      const shown = phones.get(number)?.shown ?? [];
      const name = phones.get(number)?.name ?? null;
      return c.json({ phone: number, name, messages: shown.map((one) => shownBody(one, number)) });
    })
    .put('/:number', async (c) => {
      const parsed = z.object({ name: z.string().min(1).max(80) }).safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      await store.record({ kind: 'phone', number: c.req.param('number'), name: parsed.data.name });
      return c.body(null, 204);
    })
    .post('/:number/messages', async (c) => {
      const parsed = outgoing.safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      const result = await writeFrom(sandbox, c.req.param('number'), parsed.data);
      return typeof result === 'string'
        ? c.json({ error: result }, 422)
        : c.json(shownBody(result, result.from), 201);
    });
}

/** Sends what a person wrote on a phone; answers with a sentence where it cannot be sent. */
export async function writeFrom(
  { store, inbound, openphone }: Sandbox,
  from: string,
  says: PhoneSays,
): Promise<Message | string> {
  const { senders, phones } = store.world;
  const phone = phones.get(from);
  const number = says.to || (phone && lastSender(phone));
  const to = senders.get(number ?? '');
  if (!E164.test(from)) return 'A phone number is written in E.164, such as +16035550118.';
  if (senders.has(from)) return `${from} is a number of an account, so no person can hold it.`;
  if (!number) return 'Nobody wrote to this phone yet: say which number it writes to.';
  if (!to) return `No account has the number ${number}.`;
  if (!says.body.trim() && !says.media) return 'Write something or send a picture.';
  const hasPicture = says.media === 'picture';
  return to.openphone
    ? openphone.inbound.receive({
        from,
        to,
        body: says.body,
        pictures: hasPicture ? 1 : 0,
        others: [],
      })
    : inbound.receive({ from, to, body: says.body, hasPicture });
}

function phoneSummary({ number, name, unread, lastAt, shown }: Phone): object {
  return {
    phone: number,
    name: name ?? null,
    unread,
    messages: shown.length,
    lastAt: new Date(lastAt).toISOString(),
  };
}

function shownBody(message: Message, phone: string): object {
  const status = statusOf(message);
  const last = message.marks.at(-1);
  return {
    sid: message.sid,
    direction: message.from === phone ? 'out' : 'in',
    madeBy: message.origin,
    from: message.from,
    to: message.to,
    body: message.body,
    media: message.media,
    status,
    at: new Date(last?.at ?? message.acceptedAt).toISOString(),
    told: isTerminal(status) && last?.told === true,
  };
}
