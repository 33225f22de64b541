import { Hono } from 'hono';
import type { Faults } from '../faults/faults.ts';
import { callBody, conversationBody, messageBody, numberBody, userBody } from './bodies.ts';
import { conversationsQuery, isWithin, messagesQuery, type Span, usersQuery } from './query.ts';
import { answerPage, no, type QuoContext, type QuoEnv, withQuery } from './request.ts';
import type { OwnNumber } from './seed/firm.ts';
import {
  callsIn,
  callWith,
  type Conversation,
  isVisible,
  keyOf,
  type Listed,
  messagesIn,
  messageWith,
  type Workspace,
} from './workspace.ts';

/** Numbers, users, conversations, messages and calls. */
export function listRoutes(faults: Faults): Hono<QuoEnv> {
  /** What was made since the start appears in lists after a while. */
  function listed<T>(list: Listed<T>[]): Listed<T>[] {
    const { listDelaySeconds } = faults.settings;
    if (listDelaySeconds === 0) return list;
    return list.filter(({ at }) => at <= Date.now() - listDelaySeconds * 1000);
  }

  return new Hono<QuoEnv>()
    .get('/phone-numbers', (c) => {
      const workspace = c.get('workspace');
      const userId = c.req.query('userId');
      const numbers = numbersOf(workspace).filter((one) => !userId || one.userIds.includes(userId));
      return c.json({ data: numbers.map((one) => numberBody(workspace, one)) });
    })
    .get('/phone-numbers/:id', (c) => {
      const number = numberWith(c.get('workspace'), c.req.param('id'));
      return number ? c.json({ data: numberBody(c.get('workspace'), number) }) : absent(c);
    })
    .get('/users', (c) =>
      withQuery(c, usersQuery, (query) => {
        const workspace = c.get('workspace');
        const users = workspace.users.map((user, i) => ({ id: user.id, at: -i, user }));
        return answerPage(c, users, { ...query, body: ({ user }) => userBody(workspace, user) });
      }),
    )
    .get('/users/:id', (c) => {
      const user = c.get('workspace').users.find((one) => one.id === c.req.param('id'));
      return user ? c.json({ data: userBody(c.get('workspace'), user) }) : absent(c);
    })
    .get('/conversations', conversations)
    .get('/messages', (c) => {
      const loose = isLoose(c);
      return withQuery(c, messagesQuery(loose), (query) =>
        answerActivity(c, query, {
          of: (conversation) => listed(messagesIn(c.get('workspace'), conversation)),
          body: (message) => messageBody(message, loose),
        }),
      );
    })
    .get('/messages/:id', (c) => {
      const message = messageWith(c.get('workspace'), c.req.param('id'));
      return message ? c.json({ data: messageBody(message, isLoose(c)) }) : absent(c);
    })
    .get('/calls', (c) =>
      withQuery(c, messagesQuery(isLoose(c), 1), (query) =>
        answerActivity(c, query, {
          of: (conversation) => listed(callsIn(c.get('workspace'), conversation)),
          body: (call) =>
            callBody(call, numberWith(c.get('workspace'), call.phoneNumberId)!.number),
        }),
      ),
    )
    .get('/calls/:id', (c) => {
      const call = callWith(c.get('workspace'), c.req.param('id'));
      const number = call && numberWith(c.get('workspace'), call.phoneNumberId);
      if (!call || !number) return absent(c);
      const more = { callRoute: 'phone-number', aiHandled: null };
      return c.json({ data: { ...callBody(call, number.number), ...more } });
    });
}

function conversations(c: QuoContext): Response {
  return withQuery(c, conversationsQuery, (query) => {
    const workspace = c.get('workspace');
    const asked = query.phoneNumbers ?? (query.phoneNumber ? [query.phoneNumber] : undefined);
    const numbers = numbersOf(workspace)
      .filter((one) => !asked || asked.includes(one.id) || asked.includes(one.number))
      .filter((one) => !query.userId || one.userIds.includes(query.userId));
    const wanted = new Set(numbers.map((one) => one.id));
    const created = { after: query.createdAfter, before: query.createdBefore };
    const updated = { after: query.updatedAfter, before: query.updatedBefore };
    const found = [...workspace.conversations.values()]
      .filter((one) => wanted.has(one.phoneNumberId) && isVisible(workspace, one.id))
      .filter((one) => isWithin(one.createdAt, created) && isWithin(one.updatedAt, updated))
      .filter((one) => query.excludeInactive !== 'true' || isActive(one))
      .map((conversation) => ({ id: conversation.id, at: conversation.updatedAt, conversation }))
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    const body = (one: (typeof found)[number]) => conversationBody(one.conversation, isLoose(c));
    return answerPage(c, found, { ...query, body });
  });
}

type ActivityQuery = {
  readonly phoneNumberId: string;
  readonly participants: readonly string[];
  readonly userId?: string | undefined;
  readonly createdAfter?: number | undefined;
  readonly createdBefore?: number | undefined;
  readonly since?: number | undefined;
  readonly maxResults: number;
  readonly pageToken?: string | undefined;
};

/** A page of what one number exchanged with some people; nothing where they never met. */
function answerActivity<T extends { readonly userId: string }>(
  c: QuoContext,
  query: ActivityQuery,
  kind: {
    readonly of: (conversation: Conversation) => Listed<T>[];
    readonly body: (one: T) => object;
  },
): Response {
  const workspace = c.get('workspace');
  if (!numberWith(workspace, query.phoneNumberId)) return absent(c, 'Phone number not found');
  const met = workspace.byParties.get(keyOf(query.phoneNumberId, query.participants));
  const span: Span = { after: query.createdAfter, before: query.createdBefore ?? query.since };
  const found = (met && isVisible(workspace, met.id) ? kind.of(met) : [])
    .filter(({ at }) => isWithin(at, span))
    .filter((one) => !query.userId || one.load().userId === query.userId);
  return answerPage(c, found, { ...query, body: (one) => kind.body(one.load()) });
}

function numbersOf(workspace: Workspace): readonly OwnNumber[] {
  return workspace.numbers.filter(({ id }) => isVisible(workspace, id));
}

export function numberWith(workspace: Workspace, id: string): OwnNumber | undefined {
  return numbersOf(workspace).find((one) => one.id === id);
}

function isActive(conversation: Conversation): boolean {
  return conversation.lastActivityId !== null && conversation.deletedAt === null;
}

function isLoose(c: QuoContext): boolean {
  return c.get('door').settings.looseNumbers;
}

export function absent(c: QuoContext, message = 'Not Found'): Response {
  return no(c, { status: 404, message });
}
