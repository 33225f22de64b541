import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { Database, Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { lockAddress } from './inbound-address.ts';
import { startedSince, suppressByKeyword } from './keyword-suppression.ts';
import { storeEvent, type NewEvent } from './store-event.ts';

/** What is to be stored: null where nothing is (a test). `stops` is the number that has just said STOP. */
export interface ReadCall {
  event: NewEvent | null;
  stops: PhoneNumber | null;
  /** When it was written, where it was found by asking: whoever has said START since is not stopped. */
  writtenAt?: Date;
}

/**
 * Stores a webhook, and in the same transaction the suppression that a STOP is: from its commit on
 * no send begins.
 * @returns false where it was stored before, or nothing of it is stored
 */
export async function takeIn(em: Db, { event, stops, writtenAt }: ReadCall): Promise<boolean> {
  if (!event) return false;
  const eventId = await storeEvent(em, event);
  if (!eventId) return false;
  if (stops) {
    const { workspaceId } = event;
    const address = await lockAddress(em, { workspaceId, number: stops });
    if (writtenAt && (await hasStarted(em, { workspaceId, addressId: address.id, writtenAt }))) {
      return true;
    }
    await suppressByKeyword(em, { workspaceId, address, eventId, matched: 'keyword' });
  }
  return true;
}

/** The same in a transaction of its own; where nobody says STOP, storing is one statement. */
export const takeInAlone = (database: Database, read: ReadCall): Promise<boolean> =>
  read.stops
    ? database.transaction((em) => takeIn(em, read))
    : database.statement((em) => takeIn(em, read));

async function hasStarted(
  em: Db,
  said: { workspaceId: string; addressId: string; writtenAt: Date },
): Promise<boolean> {
  const clock = await firstRow<{ at: Date }>(
    em,
    sql`select ${said.writtenAt}::timestamptz + clock_offset_ms * interval '1 ms' as at
    from workspace where id = ${said.workspaceId}`,
  );
  return startedSince(em, { ...said, at: clock?.at ?? said.writtenAt });
}
