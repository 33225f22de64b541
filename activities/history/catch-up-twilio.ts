import { ProviderAccount } from '#db/entities/provider-account.ts';
import { takeInAlone } from '#db/events/take-in.ts';
import { lookUnasked } from '#db/senders/look-unasked.ts';
import { unheardOf } from '#db/sync/unheard.ts';
import { recordWatch } from '#db/sync/watch.ts';
import { watchedAccount } from '#db/sync/watched-account.ts';
import type { Listed } from '#domain/twilio/listed.ts';
import type { CaughtUp } from '#workflows/history/sync-activities.ts';
import { filesOf, listedSince } from '../providers/twilio/listed.ts';
import { isRefused, openTwilio } from '../providers/twilio/open.ts';
import type { HistoryWorld } from './account.ts';
import { foundCall } from './found-call.ts';

const timeoutMs = 20_000;
const hourMs = 3_600_000;

/**
 * Stores what Twilio lists and no webhook told, oldest first, as though its webhook had come. Repeating it
 * stores nothing twice. An account that Twilio refuses is looked at, which says so on its page.
 * @param asked.graceMs so long a webhook may take before what it tells counts as missing
 * @returns null where the account is not in use, does not open or is refused
 */
export async function catchUpTwilio(
  world: HistoryWorld,
  asked: { accountId: string; hours: number; graceMs: number },
): Promise<CaughtUp | null> {
  const { database } = world;
  const { accountId } = asked;
  const watched = await watchedAccount(database.fork(), { accountId });
  if (watched?.state !== 'active' || watched.provider !== 'twilio') return null;
  const of = { workspaceId: watched.workspaceId, accountId };
  const account = await database.fork().findOneOrFail(ProviderAccount, { id: accountId });
  const client = openTwilio(account, world, timeoutMs);
  if (!client) return null;
  const knownUntil = new Date(Date.now() - asked.graceMs);
  const since = new Date(watched.knownUntil.getTime() - asked.hours * hourMs);
  const missing: Listed[] = [];
  try {
    for await (const page of listedSince(client, since)) {
      const due = page.filter(({ updatedAt }) => updatedAt <= knownUntil);
      missing.push(...(await unheardOf(database.fork(), of, due)));
    }
  } catch (error) {
    if (!isRefused(error)) throw error;
    const look = { ...of, because: 'refused', at: new Date() };
    await database.transaction((em) => lookUnasked(em, look));
    return null;
  }
  const caughtUp = { messages: 0, statuses: 0 };
  for (const listed of missing.toReversed()) {
    const files = listed.files > 0 ? await filesOf(client, listed.sid) : [];
    const found = foundCall(account, listed, files);
    const isNew = found && (await takeInAlone(database, found));
    if (isNew) caughtUp[listed.direction === 'in' ? 'messages' : 'statuses'] += 1;
  }
  await database.transaction((em) => recordWatch(em, { ...of, knownUntil }));
  return caughtUp;
}
