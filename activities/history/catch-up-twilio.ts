import type { Twilio } from 'twilio';
import { twilioCredentials } from '#db/credentials.ts';
import { ProviderAccount } from '#db/entities/provider-account.ts';
import { takeIn, type ReadCall } from '#db/events/take-in.ts';
import { unheardOf } from '#db/sync/unheard.ts';
import { recordWatch } from '#db/sync/watch.ts';
import { watchedAccount } from '#db/sync/watched-account.ts';
import { readForm } from '#domain/twilio/form.ts';
import { messageKeys, statusKeys } from '#domain/twilio/keys.ts';
import {
  formOfStatus,
  formOfText,
  writtenAt,
  type Listed,
  type ListedFile,
} from '#domain/twilio/listed.ts';
import { readMessage } from '#domain/twilio/message.ts';
import { readStatus } from '#domain/twilio/status.ts';
import type { CaughtUp } from '#workflows/history/sync-activities.ts';
import { twilioClient } from '../providers/twilio/client.ts';
import { filesOf, listedSince } from '../providers/twilio/listed.ts';
import type { HistoryWorld } from './account.ts';

const timeoutMs = 20_000;
const hourMs = 3_600_000;

/**
 * Stores what Twilio lists and no webhook told, oldest first, as though its webhook had come. Repeating it
 * stores nothing twice.
 * @param asked.graceMs so long a webhook may take before what it tells counts as missing
 * @returns null where the account is not in use or does not open
 */
export async function catchUpTwilio(
  world: HistoryWorld,
  asked: { accountId: string; hours: number; graceMs: number },
): Promise<CaughtUp | null> {
  const { database } = world;
  const { accountId } = asked;
  const watched = await watchedAccount(database.fork(), { accountId });
  if (watched?.state !== 'active') return null;
  const opened = await open(world, accountId);
  if (!opened) return null;
  const { client, account } = opened;
  const of = { workspaceId: watched.workspaceId, accountId };
  const knownUntil = new Date(Date.now() - asked.graceMs);
  const since = new Date(watched.knownUntil.getTime() - asked.hours * hourMs);
  const missing: Listed[] = [];
  for await (const page of listedSince(client, since)) {
    const due = page.filter(({ updatedAt }) => updatedAt <= knownUntil);
    missing.push(...(await unheardOf(database.fork(), of, due)));
  }
  const caughtUp = { messages: 0, statuses: 0 };
  for (const listed of missing.toReversed()) {
    const files = listed.files > 0 ? await filesOf(client, listed.sid) : [];
    const found = foundCall(account, listed, files);
    const isNew = found && (await database.transaction((em) => takeIn(em, found)));
    if (isNew) caughtUp[listed.direction === 'in' ? 'messages' : 'statuses'] += 1;
  }
  await database.transaction((em) => recordWatch(em, { ...of, knownUntil }));
  return caughtUp;
}

async function open(
  { database, secret, sandboxUrl }: HistoryWorld,
  accountId: string,
): Promise<{ client: Twilio; account: ProviderAccount } | null> {
  const account = await database.fork().findOne(ProviderAccount, { id: accountId });
  if (account?.provider !== 'twilio') return null;
  const isSandbox = account.mode === 'sandbox';
  // A sandbox account never reaches a real provider.
  if (isSandbox && !sandboxUrl) return null;
  const { authToken } = twilioCredentials(secret, accountId, account.credentials);
  const opened = {
    accountSid: account.externalId,
    authToken,
    sandboxUrl: isSandbox ? sandboxUrl : undefined,
  };
  return { client: twilioClient(opened, timeoutMs), account };
}

type Account = Pick<ProviderAccount, 'id' | 'workspaceId' | 'externalId'>;

/** Null for what cannot be read: a dead letter of something nobody told helps nobody. */
function foundCall(
  account: Account,
  listed: Listed,
  files: readonly ListedFile[],
): ReadCall | null {
  return listed.direction === 'in' ? textCall(account, listed, files) : statusCall(account, listed);
}

function textCall(account: Account, listed: Listed, files: readonly ListedFile[]): ReadCall | null {
  const body = formOfText(account.externalId, listed, files);
  const read = readMessage(readForm(body), account.externalId);
  if (read.kind === 'malformed') return null;
  const keys = messageKeys(read.value);
  return {
    event: { ...stored(account), kind: 'message', body, ...keys },
    stops: keys.keyword === 'stop' ? read.value.from : null,
    writtenAt: writtenAt(listed),
  };
}

function statusCall(account: Account, listed: Listed): ReadCall | null {
  const body = formOfStatus(account.externalId, listed);
  const form = readForm(body);
  const read = readStatus(form, account.externalId, '');
  if (read.kind === 'malformed') return null;
  return {
    event: { ...stored(account), kind: 'status', body, ...statusKeys(read.value, form) },
    stops: null,
  };
}

const stored = ({ id, workspaceId }: Account) => ({
  workspaceId,
  providerAccountId: id,
  provider: 'twilio',
  query: '',
  headers: {},
  deadBecause: null,
  found: true,
});
