import { areaCodeState } from '#domain/contacts/area-codes.ts';
import { countryOfInternational } from '#domain/contacts/country.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { phoneZones } from '#domain/contacts/phone-zones.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

export interface LockedAddress {
  id: string;
  /** Channels under an active suppression, `*` for all. */
  blocked: string[];
}

/** The address of a number that wrote to us, made where it is unknown, with its row locked. */
export async function lockAddress(
  em: Db,
  { workspaceId, number }: { workspaceId: string; number: PhoneNumber },
): Promise<LockedAddress> {
  const known = sql<LockedAddress>`select id, blocked from address
    where workspace_id = ${workspaceId} and kind = 'phone' and value = ${number} for no key update`;
  const found = await firstRow(em, known);
  if (found) return found;
  const zones = phoneZones(number);
  // The update does nothing but lock the row where another transaction was first.
  const made = await firstRow<LockedAddress>(
    em,
    sql`insert into address (workspace_id, kind, value, country, region, zone, zone_source, zones)
    values (${workspaceId}, 'phone', ${number}, ${countryOfInternational(number)}, ${areaCodeState(number)},
      ${zones[0] ?? null}, ${zones[0] ? sourceOf(number) : null}, ${zones})
    on conflict (workspace_id, kind, value) do update set value = excluded.value
    returning id, blocked`,
  );
  if (!made) throw new Error('An address could neither be found nor made.');
  return made;
}

const sourceOf = (number: PhoneNumber) => (number.startsWith('+1') ? 'area-code' : 'country');
