import { stopMatched, type Meaning } from '#domain/inbox/meaning.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { startedSince, suppressByKeyword, type KeywordStop } from './keyword-suppression.ts';

/** Nothing more for this address, and every walk that it is on ends. Repeating it changes nothing. */
export async function stopAddress(em: Db, stop: KeywordStop): Promise<void> {
  await suppressByKeyword(em, stop);
  const { workspaceId, address } = stop;
  await endMembershipsOfAddress(em, { workspaceId, addressId: address.id, ending: 'opted-out' });
}

/**
 * Heeds a stop that was found late. Who has said START since is no longer stopped by what they had said before.
 * @param said.at on the clock of the workspace
 * @returns whether it was a stop that holds
 */
export async function stopAddressLate(
  em: Db,
  said: Omit<KeywordStop, 'matched'> & { meaning: Meaning; at: Date },
): Promise<boolean> {
  const { workspaceId, address, eventId, meaning, at } = said;
  const matched = stopMatched(meaning);
  if (!matched || (await startedSince(em, { workspaceId, addressId: address.id, at })))
    return false;
  await stopAddress(em, { workspaceId, address, eventId, matched });
  return true;
}
