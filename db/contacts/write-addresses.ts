import type { ContactAddress } from '#domain/contacts/address.ts';
import { mergeAddresses } from '#domain/contacts/merge.ts';
import { zoneSources } from '#domain/contacts/zone.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';
import { columnsOf } from './address-row.ts';

/** Address ids by `phone:+1...`. */
export type AddressIds = ReadonlyMap<string, string>;

/**
 * Makes the addresses that are not there, before their contacts are looked up: whoever else makes one
 * of them at this moment waits, and finds the contact.
 */
export async function claimAddresses(
  em: Db,
  { workspaceId }: { workspaceId: string },
  addresses: readonly ContactAddress[],
): Promise<void> {
  await run(
    em,
    sql`insert into address (workspace_id, kind, value, country, region, line_type, zone, zone_source, zones, created_at)
    select ${workspaceId}::uuid, w.kind, w.value, w.country, w.region, w.line_type, w.zone,
      w.zone_source, w.zones, workspace_now(${workspaceId})
    from ${wantedOf(addresses)} order by w.kind, w.value
    on conflict (workspace_id, kind, value) do nothing`,
  );
}

/**
 * Makes the addresses that are not there, and gives those that are a surer zone. All in the order of
 * their values: two transactions that touch the same numbers wait for each other, never in a circle.
 */
export async function writeAddresses(
  em: Db,
  { workspaceId }: { workspaceId: string },
  addresses: readonly ContactAddress[],
): Promise<AddressIds> {
  if (addresses.length === 0) return new Map();
  const found = await rows<{ key: string; id: string }>(
    em,
    sql`with wanted as (
      select * from ${wantedOf(addresses)}),
    written as (
      insert into address (workspace_id, kind, value, country, region, line_type, zone, zone_source, zones, created_at)
      select ${workspaceId}, kind, value, country, region, line_type, zone, zone_source, zones, workspace_now(${workspaceId})
      from wanted order by kind, value
      on conflict (workspace_id, kind, value) do update
        set zone = excluded.zone, zone_source = excluded.zone_source, zones = excluded.zones
        where coalesce(array_position(${[...zoneSources]}::text[], excluded.zone_source), 99)
          < coalesce(array_position(${[...zoneSources]}::text[], address.zone_source), 99)
      returning kind || ':' || value as key, id)
    select key, id from written
    union
    select a.kind || ':' || a.value, a.id from wanted w
      join address a on a.workspace_id = ${workspaceId} and a.kind = w.kind and a.value = w.value`,
  );
  return new Map(found.map((row) => [row.key, row.id]));
}

/** Each once; of several mentions the surest zone, and of equally sure ones the first. */
const wantedOf = (addresses: readonly ContactAddress[]) =>
  sql`jsonb_to_recordset(${jsonb(mergeAddresses([], addresses).map(columnsOf))}) as w(kind text, value text, country text,
    region text, line_type text, zone text, zone_source text, zones text[])`;
