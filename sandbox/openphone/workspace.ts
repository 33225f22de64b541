import type { OpenphoneAccount } from './account.ts';
import type { CallRecord, ContactRecord, LiveCall, MessageRecord } from './records.ts';
import { callAt, callId } from './seed/calls.ts';
import { contactAt, countOfContacts } from './seed/contacts.ts';
import { countOfConversations, type Plan, planOf, type Seed } from './seed/conversations.ts';
import { type OwnNumber, numbersOf, type User, usersOf } from './seed/firm.ts';
import { placeOf, shortId } from './seed/ids.ts';
import { conversationAndPlace, messageAt, messageId } from './seed/messages.ts';
import type { QuoEvent, Webhook } from './webhooks/event.ts';
import { callTimes, messageTimes } from './seed/times.ts';

/** An object in a list, made only when somebody looks at it. */
export type Listed<T> = { readonly id: string; readonly at: number; readonly load: () => T };

export type Conversation = {
  readonly id: string;
  readonly phoneNumberId: string;
  /** E.164, without our own number. */
  readonly participants: readonly string[];
  readonly plan: Plan | undefined;
  createdAt: number;
  updatedAt: number;
  lastActivityId: string | null;
  deletedAt: number | null;
  readonly messages: Listed<MessageRecord>[];
  readonly calls: Listed<CallRecord>[];
};

/**
 * All that one account holds: what the seed makes, computed again at every look, and what came
 * since. Heads of conversations are the only seeded thing in memory.
 */
export type Workspace = {
  account: OpenphoneAccount;
  readonly users: readonly User[];
  readonly numbers: readonly OwnNumber[];
  readonly orgId: string;
  readonly seed: Seed;
  readonly conversations: Map<string, Conversation>;
  /** By number and participants, as `keyOf` writes them. */
  readonly byParties: Map<string, Conversation>;
  /** Ids of what has disappeared, until it appears again. */
  readonly hidden: Set<string>;
  readonly live: {
    readonly messages: Map<string, () => MessageRecord>;
    readonly calls: Map<string, LiveCall>;
    readonly contacts: Map<string, ContactRecord>;
    readonly webhooks: Map<string, Webhook>;
    /** Events that nobody has taken yet. */
    readonly untold: Map<string, QuoEvent>;
  };
};

export function openWorkspace(account: OpenphoneAccount): Workspace {
  const seed: Seed = {
    seed: account.seed,
    size: account.size,
    endsAt: Date.parse(account.endsAt),
  };
  const workspace: Workspace = {
    account,
    seed,
    users: usersOf(seed.seed),
    numbers: numbersOf(seed.seed),
    orgId: shortId('OR', seed.seed),
    conversations: new Map(),
    byParties: new Map(),
    hidden: new Set(),
    live: {
      messages: new Map(),
      calls: new Map(),
      contacts: new Map(),
      webhooks: new Map(),
      untold: new Map(),
    },
  };
  for (let i = 0; i < countOfConversations(seed); i += 1) keep(workspace, headOf(seed, i));
  return workspace;
}

/** The order in which people are named does not matter, nor how their numbers are written. */
export function keyOf(phoneNumberId: string, participants: readonly string[]): string {
  return [phoneNumberId, ...participants.map(digitsOf).sort()].join(' ');
}

function digitsOf(written: string): string {
  const digits = written.replaceAll(/\D/g, '');
  return digits.length === 10 ? `1${digits}` : digits;
}

export function isVisible(workspace: Workspace, id: string): boolean {
  return !workspace.hidden.has(id);
}

/** Every message of a conversation, newest first. */
export function messagesIn(workspace: Workspace, conversation: Conversation) {
  const { plan } = conversation;
  const { seed } = workspace.seed;
  const seeded = plan
    ? messageTimes(seed, plan).map((at, place) => ({
        id: messageId(seed, plan.index, place),
        at,
        load: () => messageAt(seed, plan, place, at),
      }))
    : [];
  return newestFirst(workspace, [...seeded, ...conversation.messages]);
}

/** Every call of a conversation, newest first. */
export function callsIn(workspace: Workspace, conversation: Conversation) {
  const { plan } = conversation;
  const seeded = plan ? seededCalls(workspace.seed.seed, plan) : [];
  return newestFirst(workspace, [...seeded, ...conversation.calls]);
}

export function messageWith(workspace: Workspace, id: string): MessageRecord | undefined {
  return isVisible(workspace, id) ? findMessage(workspace, id) : undefined;
}

export function callWith(workspace: Workspace, id: string): CallRecord | undefined {
  return isVisible(workspace, id) ? findCall(workspace, id) : undefined;
}

/** Also what has disappeared. */
export function findMessage(workspace: Workspace, id: string): MessageRecord | undefined {
  const live = workspace.live.messages.get(id);
  if (live) return live();
  const plan = planWith(workspace, 'message', id);
  if (!plan) return undefined;
  const at = messageTimes(workspace.seed.seed, plan.plan)[plan.place];
  return at === undefined ? undefined : messageAt(workspace.seed.seed, plan.plan, plan.place, at);
}

/** Also what has disappeared. */
export function findCall(workspace: Workspace, id: string): CallRecord | undefined {
  const live = workspace.live.calls.get(id);
  if (live) return live.call;
  const found = planWith(workspace, 'call', id);
  return found && found.place < found.plan.calls
    ? seededCalls(workspace.seed.seed, found.plan)[found.place]!.load()
    : undefined;
}

/** Contacts that came since, then the seeded ones, newest first. */
export function contactsOf(workspace: Workspace): ContactRecord[] {
  const seeded = Array.from({ length: countOfContacts(workspace.seed) }, (_, place) =>
    contactAt(workspace.seed, place),
  );
  const { contacts } = workspace.live;
  return [
    ...[...contacts.values()].reverse(),
    ...seeded.filter(({ id }) => !contacts.has(id)),
  ].filter(({ id }) => isVisible(workspace, id));
}

export function contactWith(workspace: Workspace, id: string): ContactRecord | undefined {
  if (!isVisible(workspace, id)) return undefined;
  const place = placeOf(workspace.seed.seed, 'contact', id);
  const live = workspace.live.contacts.get(id);
  if (live || place === undefined || place >= countOfContacts(workspace.seed)) return live;
  return contactAt(workspace.seed, place);
}

function planWith(workspace: Workspace, kind: 'message' | 'call', id: string) {
  const found = placeOf(workspace.seed.seed, kind, id);
  if (found === undefined) return undefined;
  const [index, place] = conversationAndPlace(found);
  if (index >= countOfConversations(workspace.seed)) return undefined;
  return { plan: planOf(workspace.seed, index), place };
}

function seededCalls(seed: number, plan: Plan): Listed<CallRecord>[] {
  return callTimes(seed, plan).map((at, place) => ({
    id: callId(seed, plan.index, place),
    at,
    load: () => callAt(seed, plan, place, at),
  }));
}

function newestFirst<T>(workspace: Workspace, list: Listed<T>[]): Listed<T>[] {
  return list
    .filter(({ id }) => isVisible(workspace, id))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Gives a conversation its place. */
export function keep(workspace: Workspace, conversation: Conversation): Conversation {
  workspace.conversations.set(conversation.id, conversation);
  workspace.byParties.set(
    keyOf(conversation.phoneNumberId, conversation.participants),
    conversation,
  );
  return conversation;
}

function headOf(seed: Seed, index: number): Conversation {
  const plan = planOf(seed, index);
  const messages = messageTimes(seed.seed, plan).map((at, place) => ({
    kind: messageId,
    at,
    place,
  }));
  const calls = callTimes(seed.seed, plan).map((at, place) => ({ kind: callId, at, place }));
  const happened = [...messages, ...calls].sort((a, b) => a.at - b.at);
  const [first, last] = [happened[0], happened.at(-1)];
  return {
    id: plan.id,
    phoneNumberId: plan.phoneNumberId,
    participants: plan.people.map((person) => person.number),
    plan,
    createdAt: first?.at ?? plan.from,
    updatedAt: last?.at ?? plan.to,
    lastActivityId: last?.kind(seed.seed, index, last.place) ?? null,
    deletedAt: plan.isDeleted ? plan.to + 60_000 : null,
    messages: [],
    calls: [],
  };
}
