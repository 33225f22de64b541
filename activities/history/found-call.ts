import type { ProviderAccount } from '#db/entities/provider-account.ts';
import type { ReadCall } from '#db/events/take-in.ts';
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

type Account = Pick<ProviderAccount, 'id' | 'workspaceId' | 'externalId'>;

/**
 * What was found in Twilio's list, as the webhook that never came.
 * @returns null for what cannot be read: a dead letter of something nobody told helps nobody
 */
export function foundCall(
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
