import { isSamePast, type OpenphoneAccount } from '../openphone/account.ts';
import { applyChange } from '../openphone/change.ts';
import { takeMessage } from '../openphone/live.ts';
import { openWorkspace, type Workspace } from '../openphone/workspace.ts';
import type { Account, Sender } from './account.ts';
import type { Entry } from './entry.ts';
import type { Accepted, Message, Status } from './message.ts';
import { newPhone, type Phone } from './phone.ts';

/** Everything the sandbox knows, in memory; `apply` is the only way in, live and at a restart alike. */
export type World = {
  readonly accounts: Map<string, Account>;
  readonly senders: Map<string, Sender>;
  readonly messages: Map<string, Message>;
  /** In the order of acceptance. */
  readonly order: Message[];
  /** Of them, those that were taken for sending. */
  outboundCount: number;
  readonly byParty: Map<string, Message[]>;
  readonly phones: Map<string, Phone>;
  readonly optOuts: Set<string>;
  /** By the id of the account. */
  readonly openphone: Map<string, Workspace>;
  /** Grows with every change, so that a page can ask whether there is news. */
  version: number;
};

export function emptyWorld(): World {
  return {
    accounts: new Map(),
    senders: new Map(),
    messages: new Map(),
    order: [],
    outboundCount: 0,
    byParty: new Map(),
    phones: new Map(),
    optOuts: new Set(),
    openphone: new Map(),
    version: 0,
  };
}

export function apply(world: World, entry: Entry): void {
  world.version += 1;
  switch (entry.kind) {
    case 'account':
      return applyAccount(world, entry.account);
    case 'accepted':
      return applyAccepted(world, entry.message);
    case 'status':
      return applyStatus(world, entry);
    case 'told':
      return applyTold(world, entry.sid, entry.status);
    case 'opt-out':
      return applyOptOut(world, entry);
    case 'phone':
      phoneOf(world, entry.number).name = entry.name;
      return;
    case 'openphone-account':
      return applyOpenphoneAccount(world, entry.account);
    case 'openphone': {
      const workspace = world.openphone.get(entry.account);
      if (workspace) applyChange(workspace, entry.change);
    }
  }
}

/** Twilio blocks one sender for one recipient, not the recipient as such. */
export function pairOf(sender: string, phone: string): string {
  return `${sender} ${phone}`;
}

function phoneOf(world: World, number: string): Phone {
  const known = world.phones.get(number);
  if (known) return known;
  const phone = newPhone(number);
  world.phones.set(number, phone);
  return phone;
}

function applyAccount(world: World, account: Account): void {
  dropSenders(world, account.sid);
  world.accounts.set(account.sid, account);
  for (const number of account.numbers) {
    world.senders.set(number.number, { ...number, account: account.sid });
  }
}

function dropSenders(world: World, account: string): void {
  for (const sender of world.senders.values()) {
    if (sender.account === account) world.senders.delete(sender.number);
  }
}

/** Another past begins anew: what was made in the old one has nothing to hang on. */
function applyOpenphoneAccount(world: World, account: OpenphoneAccount): void {
  const known = world.openphone.get(account.id);
  dropSenders(world, account.id);
  const isSame = known && isSamePast(known.account, account);
  const workspace = isSame ? known : openWorkspace(account);
  workspace.account = account;
  world.openphone.set(account.id, workspace);
  keepSenders(world, workspace);
}

/** Numbers of Quo stand beside those of Twilio, so that phones can write to them. */
function keepSenders(world: World, { account, numbers }: Workspace): void {
  for (const { id, number } of numbers) {
    const pace = { confirms: 'us', ratePerSecond: account.ratePerSecond } as const;
    world.senders.set(number, { number, ...pace, account: account.id, openphone: id });
  }
}

function applyAccepted(world: World, accepted: Accepted): void {
  const message: Message = {
    ...accepted,
    marks: [{ status: accepted.first, at: accepted.acceptedAt }],
  };
  world.messages.set(message.sid, message);
  world.order.push(message);
  const workspace = message.openphone && world.openphone.get(message.account);
  if (message.openphone && workspace) takeMessage(workspace, message, message.openphone);
  for (const party of new Set([message.from, message.to])) {
    const held = world.byParty.get(party);
    if (held) held.push(message);
    else world.byParty.set(party, [message]);
  }
  if (message.origin !== 'phone') {
    world.outboundCount += 1;
  } else {
    const phone = phoneOf(world, message.from);
    phone.shown.push(message);
    phone.lastAt = message.acceptedAt;
  }
}

function applyStatus(world: World, entry: Entry & { kind: 'status' }): void {
  const message = world.messages.get(entry.sid);
  if (!message) return;
  message.marks.push({ status: entry.status, at: entry.at });
  if (entry.errorCode !== undefined) message.errorCode = entry.errorCode;
  if (entry.status === 'delivered') {
    const phone = phoneOf(world, message.to);
    phone.shown.push(message);
    phone.unread += 1;
    phone.lastAt = entry.at;
  }
}

function applyTold(world: World, sid: string, status: Status): void {
  const mark = world.messages.get(sid)?.marks.find((mark) => mark.status === status);
  if (mark) mark.told = true;
}

function applyOptOut(world: World, entry: Entry & { kind: 'opt-out' }): void {
  const pair = pairOf(entry.from, entry.to);
  if (entry.blocked) world.optOuts.add(pair);
  else world.optOuts.delete(pair);
}
