import { type Message, statusOf } from '../state/message.ts';
import type { LiveCall, MessageRecord, MessageStatus, QuoMessage } from './records.ts';
import { mix } from './seed/draw.ts';
import { shortId } from './seed/ids.ts';
import { type Conversation, keep, keyOf, type Workspace } from './workspace.ts';

/** Puts a message that was written or sent since into its conversation. */
export function takeMessage(workspace: Workspace, message: Message, about: QuoMessage): void {
  const at = message.acceptedAt;
  const { id } = conversationBetween(workspace, { ...about, at });
  const load = () => recordOf(message, about, id);
  touch(workspace, { id, at, activity: message.sid });
  workspace.conversations.get(id)!.messages.push({ id: message.sid, at, load });
  workspace.live.messages.set(message.sid, load);
}

/** Puts a call where it belongs, or what became of it in its place. */
export function takeCall(workspace: Workspace, played: LiveCall): void {
  const { call } = played;
  const { phoneNumberId, participant, createdAt: at } = call;
  const met = { phoneNumberId, participants: [participant], at };
  const { id, calls } = conversationBetween(workspace, met);
  const isNew = !workspace.live.calls.has(call.id);
  workspace.live.calls.set(call.id, played);
  if (!isNew) return;
  touch(workspace, { id, at, activity: call.id });
  calls.push({ id: call.id, at, load: () => workspace.live.calls.get(call.id)!.call });
}

/** The conversation between a number and these people, new where there was none. */
export function conversationBetween(
  workspace: Workspace,
  met: Pick<QuoMessage, 'phoneNumberId' | 'participants'> & { readonly at: number },
): Conversation {
  const { phoneNumberId, participants, at } = met;
  const key = keyOf(phoneNumberId, participants);
  const known = workspace.byParties.get(key);
  if (known) return known;
  return keep(workspace, {
    id: shortId('CN', workspace.seed.seed, mix(...Buffer.from(key))),
    phoneNumberId,
    participants,
    plan: undefined,
    createdAt: at,
    updatedAt: at,
    lastActivityId: null,
    deletedAt: null,
    messages: [],
    calls: [],
  });
}

function touch(workspace: Workspace, by: { id: string; at: number; activity: string }): void {
  const conversation = workspace.conversations.get(by.id)!;
  conversation.updatedAt = Math.max(conversation.updatedAt, by.at);
  conversation.lastActivityId = by.activity;
}

function recordOf(message: Message, about: QuoMessage, conversationId: string): MessageRecord {
  const isOurs = message.origin !== 'phone';
  const others = about.participants.filter((one) => one !== message.from);
  return {
    id: message.sid,
    conversationId,
    phoneNumberId: about.phoneNumberId,
    direction: isOurs ? 'outgoing' : 'incoming',
    from: message.from,
    to: isOurs ? about.participants : [message.to, ...others],
    text: message.body,
    userId: about.userId,
    status: isOurs ? quoStatus(message) : 'delivered',
    createdAt: message.acceptedAt,
    updatedAt: message.marks.at(-1)?.at ?? message.acceptedAt,
    media: message.media,
  };
}

/** Quo knows fewer states than a message passes here. */
function quoStatus(message: Message): MessageStatus {
  const status = statusOf(message);
  if (status === 'sent' || status === 'delivered') return status;
  return status === 'undelivered' || status === 'failed' ? 'undelivered' : 'queued';
}
