import type { Context } from 'hono';
import { contactWalks } from '#db/contacts/timeline.ts';
import { deskOf, openConversation } from '#db/inbox/conversation.ts';
import { entriesAPage, threadOf } from '#db/inbox/thread.ts';
import { may } from '#domain/access/permissions.ts';
import type { Ending } from '#domain/campaigns/membership.ts';
import { whyUnreachable } from '#domain/inbox/reachable.ts';
import type { AppEnv } from '#server/context.ts';
import type { ConversationProps, OpenConversation, ThreadStretch } from '#web/inbox/types.ts';
import { placeOf } from './list.ts';
import { readerOf } from './reader.ts';

/** The conversation of this workspace as its pane shows it; undefined where there is none. */
export async function conversationOf(
  c: Context<AppEnv>,
  id: string,
): Promise<OpenConversation | undefined> {
  const found = await openConversation(c.var.em, readerOf(c), id);
  if (!found) return undefined;
  const { lastText, ...conversation } = found;
  const addresses = found.addresses.map((address) => ({
    ...address,
    closed: address.kind === 'phone' ? whyUnreachable({ ...address, erased: found.erased }) : null,
  }));
  const open = addresses.filter(({ kind, closed }) => kind === 'phone' && !closed);
  const to = open.find((address) => address.id === lastText?.addressId) ?? open[0];
  return {
    ...conversation,
    addresses,
    addressId: to?.id ?? null,
    senderId: lastText?.senderId ?? to?.senderId ?? null,
    mayWrite: may(c.var.seat.role, 'inbox.write'),
  };
}

/** A stretch of its thread: the last page, the page before a place, or all from a place on. */
export async function stretchOf(
  c: Context<AppEnv>,
  conversationId: string,
  asked: { from?: string | undefined; before?: string | undefined } = {},
): Promise<ThreadStretch> {
  const { workspaceId } = readerOf(c);
  const found = await threadOf(c.var.em, { workspaceId, conversationId, ...asked });
  const hasOlder = !asked.from && found.length > entriesAPage;
  const entries = hasOlder ? found.slice(1) : found;
  return { entries, older: hasOlder ? (entries[0]?.cursor ?? null) : null };
}

/** Everything that stands beside the list; undefined where there is no such conversation. */
export async function everythingOf(
  c: Context<AppEnv>,
  id: string,
): Promise<ConversationProps | undefined> {
  const { em, seat } = c.var;
  const { workspaceId } = seat;
  const conversation = await conversationOf(c, id);
  if (!conversation) return undefined;
  const { contactId } = conversation;
  const walks = await contactWalks(em, { workspaceId, contactId });
  return {
    conversation,
    thread: await stretchOf(c, id, { before: c.req.query('before') }),
    walks: walks.map((walk) => ({ ...walk, ending: walk.ending as Ending | null })),
    ...(await deskOf(em, workspaceId)),
    place: placeOf(c),
  };
}
