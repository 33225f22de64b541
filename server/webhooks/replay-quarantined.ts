import { decryptCredentials } from '#db/credentials.ts';
import { webhookAccountById } from '#db/events/account.ts';
import { lockQuarantined, removeQuarantined } from '#db/events/replay.ts';
import type { Db } from '#db/orm.ts';
import { queryOf } from './receive.ts';
import { takeIn } from './take-in.ts';
import { readCall } from './twilio/event.ts';
import { isSigned } from './twilio/signature.ts';

export type LetIn = 'let-in' | 'still-unsigned' | 'gone';

/**
 * Checks a quarantined webhook once more, with the token that its account has now, and takes it in
 * where it fits. Nobody can let in what nobody has signed.
 */
export async function replayQuarantined(
  em: Db,
  { workspaceId, id, secret }: { workspaceId: string; id: string; secret: string },
): Promise<LetIn> {
  const event = await lockQuarantined(em, { workspaceId, id });
  if (!event) return 'gone';
  const account = await webhookAccountById(em, { workspaceId, id: event.providerAccountId });
  if (!account) return 'gone';
  const { authToken } = decryptCredentials(secret, account.id, account.credentials);
  const { url, headers, body } = event;
  const { 'x-twilio-signature': signature, ...kept } = headers;
  if (!isSigned(authToken, { url, signature, body })) return 'still-unsigned';
  const kind = event.kind === 'status' ? 'status' : 'message';
  const opened = { ...account, authToken };
  await takeIn(em, readCall({ account: opened, kind, query: queryOf(url), headers: kept, body }));
  await removeQuarantined(em, { workspaceId, id });
  return 'let-in';
}
