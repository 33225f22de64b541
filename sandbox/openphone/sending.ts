import { Hono } from 'hono';
import { z } from 'zod';
import { jsonOf } from '../answers.ts';
import { E164 } from '../state/account.ts';
import type { Draft, Store } from '../store.ts';
import { segmentsOf } from '../twilio/segments.ts';
import type { Walk } from '../twilio/walk.ts';
import { messageBody } from './bodies.ts';
import { badRequest, type Refusal } from './errors.ts';
import { newActivityId } from './ids.ts';
import { absent, numberWith } from './lists.ts';
import { no, type QuoEnv } from './request.ts';
import type { OwnNumber } from './seed/firm.ts';
import { findMessage, type Workspace } from './workspace.ts';

const number = z.string().regex(E164, 'Expected a number in E.164');

const sent = z.object({
  content: z.string().min(1).max(1600).regex(/\S/, 'Expected more than blanks'),
  from: number.or(z.string().regex(/^PN/)),
  to: z.array(number).length(1),
  userId: z.string().regex(/^US/).optional(),
  setInboxStatus: z.literal('done').optional(),
});

type Sent = z.infer<typeof sent>;

/** In the words of Quo, for those who ask to be refused. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  '0206400': { status: 400, reason: '06', title: 'A2P Registration Not Approved' },
  '0201402': { status: 402, reason: '01', title: 'Not Enough Credits' },
  '0204403': { status: 403, reason: '04', title: '10DLC Limit Exceeded' },
};

/** `POST /v1/messages`: taken with 202, then queued, sent and delivered at the pace of its number. */
export function sendingRoutes(store: Store, walk: Walk): Hono<QuoEnv> {
  return new Hono<QuoEnv>().post('/messages', async (c) => {
    const workspace = c.get('workspace');
    const { refuseSends, looseNumbers } = c.get('door').settings;
    if (refuseSends) return no(c, REFUSALS[refuseSends]!);
    const parsed = sent.safeParse(await jsonOf(c));
    if (!parsed.success) return no(c, badRequest(parsed.error));
    const { from, userId } = parsed.data;
    const sender =
      numberWith(workspace, from) ?? workspace.numbers.find((one) => one.number === from);
    if (!sender || !numberWith(workspace, sender.id)) return absent(c, 'Phone number not found');
    if (userId && !sender.userIds.includes(userId)) {
      return no(c, { status: 403, reason: '02', title: 'Not Phone Number User' });
    }
    const message = await store.accept(draftOf(workspace, sender, parsed.data));
    const body = messageBody(findMessage(workspace, message.sid)!, looseNumbers);
    walk.begin(message);
    return c.json({ data: body }, 202);
  });
}

function draftOf(workspace: Workspace, sender: OwnNumber, given: Sent): Draft {
  const { content, to, userId, setInboxStatus } = given;
  return {
    sid: newActivityId(),
    account: workspace.account.id,
    origin: 'api',
    from: sender.number,
    to: to[0]!,
    body: content,
    segments: segmentsOf(content),
    media: [],
    first: 'queued',
    fields: { ...(userId ? { userId } : {}), ...(setInboxStatus ? { setInboxStatus } : {}) },
    openphone: {
      phoneNumberId: sender.id,
      participants: to,
      userId: userId ?? sender.userIds[0]!,
    },
  };
}
