import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { phoneOrigin } from '#domain/contacts/phone-origin.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';

/**
 * Makes the addresses that are not there and locks all of them, in the order of their values: whoever
 * else looks for the people behind them waits, and finds them.
 */
export async function lockAddresses(
  em: Db,
  { workspaceId, numbers }: { workspaceId: string; numbers: readonly PhoneNumber[] },
): Promise<void> {
  if (numbers.length === 0) return;
  const wanted = [...new Set(numbers)].map((value) => ({ value, ...phoneOrigin(value) }));
  await run(
    em,
    sql`insert into address (workspace_id, kind, value, country, region, zone, zone_source, zones)
    select ${workspaceId}::uuid, 'phone', w.value, w.country, w.region, w.zone, w."zoneSource", w.zones
    from jsonb_to_recordset(${jsonb(wanted)}) as w(value text, country text, region text, zone text, "zoneSource" text, zones text[])
    order by w.value
    on conflict (workspace_id, kind, value) do nothing`,
  );
  await run(
    em,
    sql`select 1 from address where workspace_id = ${workspaceId} and kind = 'phone'
      and value = any(${wanted.map(({ value }) => value)}::text[]) order by value for no key update`,
  );
}
