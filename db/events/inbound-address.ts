import { phoneOrigin } from '#domain/contacts/phone-origin.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

export interface LockedAddress {
  id: string;
  /** Channels under an active suppression, `*` for all. */
  blocked: string[];
}

/** Whether texts to this person are stopped, whatever else may reach them. */
export const textsStopped = ({ blocked }: LockedAddress): boolean =>
  blocked.includes('sms') || blocked.includes('*');

/** The address of a number that wrote to us, made where it is unknown, with its row locked. */
export async function lockAddress(
  em: Db,
  { workspaceId, number }: { workspaceId: string; number: PhoneNumber },
): Promise<LockedAddress> {
  const known = sql<LockedAddress>`select id, blocked from address
    where workspace_id = ${workspaceId} and kind = 'phone' and value = ${number} for no key update`;
  const found = await firstRow(em, known);
  if (found) return found;
  const { country, region, zone, zoneSource, zones } = phoneOrigin(number);
  // The update does nothing but lock the row where another transaction was first.
  const made = await firstRow<LockedAddress>(
    em,
    sql`insert into address (workspace_id, kind, value, country, region, zone, zone_source, zones)
    values (${workspaceId}, 'phone', ${number}, ${country}, ${region},
      ${zone}, ${zoneSource}, ${zones})
    on conflict (workspace_id, kind, value) do update set value = excluded.value
    returning id, blocked`,
  );
  if (!made) throw new Error('An address could neither be found nor made.');
  return made;
}
