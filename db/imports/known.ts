import type { AddressKey, ContactAddress } from '#domain/contacts/address.ts';
import type { EmailAddress } from '#domain/contacts/email-address.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { FoundZone, Zone } from '#domain/contacts/zone.ts';
import type { KnownConsent, KnownContact } from '#domain/imports/outcome.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import { mergeableColumns, mergeableOf, type MergeableRow } from '../contacts/mergeable.ts';

type KnownRow = MergeableRow & {
  isOfThisImport: boolean;
  /** Addresses that a person took from the contact, and that nobody else has. */
  removed: AddressKey[];
};

/**
 * The contacts behind these addresses, with all that an import may change. Their rows are locked, so
 * that a person's edit comes wholly before or wholly after.
 */
export async function knownContacts(
  em: Db,
  input: { workspaceId: string; runId: string; keys: readonly AddressKey[]; lock: boolean },
): Promise<KnownContact[]> {
  const { workspaceId, runId, keys, lock } = input;
  const lost = await contactsThatLost(em, workspaceId, keys);
  const found = await rows<KnownRow>(
    em,
    sql`with people as (
      select ca.contact_id from unnest(${kindsOf(keys)}::text[], ${valuesOf(keys)}::text[]) as k(kind, value)
        join address a on a.workspace_id = ${workspaceId} and a.kind = k.kind and a.value = k.value
        join contact_address ca on ca.workspace_id = a.workspace_id and ca.address_id = a.id
      union select unnest(${lost}::uuid[]))
    select ${mergeableColumns},
      exists (select from import_row r where r.workspace_id = c.workspace_id and r.contact_id = c.id
        and r.import_run_id = ${runId} and r.outcome = 'created') as "isOfThisImport",
      array(select substr(e, 9) from unnest(c.edited_fields) e where e like 'address.%' and not exists (
        select from address a join contact_address ca on ca.workspace_id = a.workspace_id and ca.address_id = a.id
        where a.workspace_id = c.workspace_id and a.kind || ':' || a.value = substr(e, 9))) as removed
    from contact c join people on people.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.merged_into is null and c.erased_at is null
    order by c.id ${lock ? sql`for no key update of c` : sql``}`,
  );
  return found.map(knownContact);
}

/**
 * Contacts that a person took one of these addresses from. A statement of its own, on a small index:
 * within a larger one the planner takes it for nearly everybody, and reads them all.
 */
async function contactsThatLost(
  em: Db,
  workspaceId: string,
  keys: readonly AddressKey[],
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`select id from contact where workspace_id = ${workspaceId} and edited_fields <> '{}'
      and edited_fields && ${keys.map((key) => `address.${key}`)}::text[]`,
  );
  return found.map(({ id }) => id);
}

// What a person took away counts as there, so that a list does not bring it back.
function knownContact(row: KnownRow): KnownContact {
  const contact = mergeableOf(row);
  const { id, isOfThisImport } = row;
  return {
    ...contact,
    tags: [...contact.tags, ...row.editedFields.flatMap(removedTag)],
    addresses: [...contact.addresses, ...row.removed.map(removedAddress)],
    id,
    isOfThisImport,
  };
}

const removedTag = (name: string): string[] => (name.startsWith('tag.') ? [name.slice(4)] : []);

/** Known so well that nothing a list says of it is news. */
function removedAddress(key: AddressKey): ContactAddress {
  const value = valuesOf([key])[0] ?? '';
  const zone: FoundZone = { zone: 'UTC' as Zone, zones: [], source: 'person' };
  if (key.startsWith('email:')) return { kind: 'email', value: value as EmailAddress, zone };
  const line = { role: 'mobile', line: 'other', extension: '' } as const;
  return { kind: 'phone', value: value as PhoneNumber, zone, ...line };
}

/** What is recorded of texts to these addresses; `lock` keeps a START from coming in between. */
export async function knownConsents(
  em: Db,
  input: { workspaceId: string; keys: readonly AddressKey[]; lock: boolean },
): Promise<KnownConsent[]> {
  const { workspaceId, keys, lock } = input;
  const asked = sql`unnest(${kindsOf(keys)}::text[], ${valuesOf(keys)}::text[]) as k(kind, value)
    join address a on a.workspace_id = ${workspaceId} and a.kind = k.kind and a.value = k.value`;
  if (lock) {
    await rows(em, sql`select 1 from ${asked} order by a.kind, a.value for no key update of a`);
  }
  return rows(
    em,
    sql<KnownConsent>`select a.kind || ':' || a.value as address, coalesce(a.consents->>'sms', 'blank') as consent,
      a.blocked && '{*,sms}' as suppressed,
      (select max(s.recorded_at at time zone w.zone)::date::text from suppression s
        where s.workspace_id = a.workspace_id and s.address_id = a.id and s.lifted_by is not null
          and coalesce(s.channel, 'sms') = 'sms') as "liftedOn"
    from ${asked} join workspace w on w.id = a.workspace_id`,
  );
}

const kindsOf = (keys: readonly AddressKey[]) => keys.map((key) => key.slice(0, key.indexOf(':')));
const valuesOf = (keys: readonly AddressKey[]) =>
  keys.map((key) => key.slice(key.indexOf(':') + 1));
