import { areaCodeState } from '#domain/contacts/area-codes.ts';
import { countryOfInternational } from '#domain/contacts/country.ts';
import { phoneNumber, type PhoneNumber } from '#domain/contacts/phone-number.ts';
import { phoneZones } from '#domain/contacts/phone-zones.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';

/**
 * The number that the provider wrote, read by the country of the number of ours where it has none of its
 * own; null for a short code, `anonymous` and whatever else is no number.
 */
export const partyNumber = (written: string, ourNumber: string): PhoneNumber | null =>
  phoneNumber(written, countryOfInternational(ourNumber) ?? 'US');

/**
 * Makes the addresses that are not there and locks all of them, in the order of their values: whoever
 * else looks for the people behind them waits, and finds them.
 */
export async function lockAddresses(
  em: Db,
  { workspaceId, numbers }: { workspaceId: string; numbers: readonly PhoneNumber[] },
): Promise<void> {
  if (numbers.length === 0) return;
  const wanted = [...new Set(numbers)].map((number) => {
    const zones = phoneZones(number);
    return {
      value: number,
      country: countryOfInternational(number),
      region: areaCodeState(number),
      zone: zones[0] ?? null,
      source: zones[0] ? (number.startsWith('+1') ? 'area-code' : 'country') : null,
      zones,
    };
  });
  await run(
    em,
    sql`insert into address (workspace_id, kind, value, country, region, zone, zone_source, zones)
    select ${workspaceId}::uuid, 'phone', w.value, w.country, w.region, w.zone, w.source, w.zones
    from jsonb_to_recordset(${jsonb(wanted)}) as w(value text, country text, region text, zone text, source text, zones text[])
    order by w.value
    on conflict (workspace_id, kind, value) do nothing`,
  );
  await run(
    em,
    sql`select 1 from address where workspace_id = ${workspaceId} and kind = 'phone'
      and value = any(${wanted.map(({ value }) => value)}::text[]) order by value for no key update`,
  );
}
