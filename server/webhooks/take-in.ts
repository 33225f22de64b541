import { lockAddress } from '#db/events/inbound-address.ts';
import { suppressByKeyword } from '#db/events/keyword-suppression.ts';
import { storeEvent } from '#db/events/store-event.ts';
import type { Db } from '#db/orm.ts';
import type { ReadCall } from './provider.ts';

/**
 * Stores a webhook, and in the same transaction the suppression that a STOP is: from its commit on
 * no send begins.
 * @returns false where it was stored before, or nothing of it is stored
 */
export async function takeIn(em: Db, { event, stops }: ReadCall): Promise<boolean> {
  if (!event) return false;
  const eventId = await storeEvent(em, event);
  if (!eventId) return false;
  if (stops) {
    const { workspaceId } = event;
    const address = await lockAddress(em, { workspaceId, number: stops });
    await suppressByKeyword(em, { workspaceId, address, eventId, matched: 'keyword' });
  }
  return true;
}
