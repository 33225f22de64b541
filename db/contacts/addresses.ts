import type { ContactAddress } from '#domain/contacts/address.ts';
import { addressKey } from '#domain/contacts/address.ts';
import { stopWalks } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { beginContactOrder, showContact, type ContactOrder } from './order.ts';
import { writeAddresses } from './write-addresses.ts';

/**
 * Gives a contact one more number or e-mail address, last of its kind.
 * @returns the other contacts that are reached there too
 */
export async function addAddress(
  em: Db,
  order: ContactOrder & { address: ContactAddress },
): Promise<{ kind: 'added' | 'absent'; sharedWith: number }> {
  const { workspaceId, contactId, address } = order;
  const begun = await beginContactOrder(em, order, 'contact.add-address');
  if (begun.kind === 'absent') return { kind: 'absent', sharedWith: 0 };
  const ids = await writeAddresses(em, { workspaceId }, [address]);
  const addressId = ids.get(addressKey(address));
  if (begun.kind === 'new') {
    await linkAddress(em, order, addressId);
    await run(
      em,
      sql`update contact set updated_at = workspace_now(workspace_id), revision = revision + 1,
        edited_fields = array_remove(edited_fields, ${`address.${addressKey(address)}`})
      where workspace_id = ${workspaceId} and id = ${contactId}`,
    );
    await showContact(em, order, 'address');
  }
  const shared = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from contact_address
    where workspace_id = ${workspaceId} and address_id = ${addressId} and contact_id <> ${contactId}`,
  );
  return { kind: 'added', sharedWith: shared?.n ?? 0 };
}

async function linkAddress(
  em: Db,
  { workspaceId, contactId, address }: ContactOrder & { address: ContactAddress },
  addressId: string | undefined,
): Promise<void> {
  const label = address.kind === 'email' ? 'email' : address.role;
  const extension = address.kind === 'phone' ? address.extension : null;
  await run(
    em,
    sql`insert into contact_address (workspace_id, contact_id, address_id, label, extension, position, added_by)
    select ${workspaceId}, ${contactId}, ${addressId}, ${label}, ${extension},
      (select coalesce(max(position) + 1, 0) from contact_address where workspace_id = ${workspaceId} and contact_id = ${contactId}),
      'person'
    on conflict (workspace_id, contact_id, address_id) do update set label = excluded.label, extension = excluded.extension`,
  );
}

/**
 * Takes a number or an e-mail address from a contact: walks of this contact to it are stopped, and an
 * import does not bring it back. What is recorded of consent and stops stays with the address.
 */
export async function removeAddress(
  em: Db,
  order: ContactOrder & { addressId: string },
): Promise<'removed' | 'absent'> {
  const { workspaceId, contactId, addressId } = order;
  const begun = await beginContactOrder(em, order, 'contact.remove-address');
  if (begun.kind !== 'new') return begun.kind === 'absent' ? 'absent' : 'removed';
  const gone = await firstRow<{ key: string }>(
    em,
    sql`delete from contact_address ca using address a
    where ca.workspace_id = ${workspaceId} and ca.contact_id = ${contactId} and ca.address_id = ${addressId}
      and a.workspace_id = ca.workspace_id and a.id = ca.address_id
    returning a.kind || ':' || a.value as key`,
  );
  if (!gone) return 'absent';
  await run(
    em,
    sql`update contact set updated_at = workspace_now(workspace_id), revision = revision + 1,
      edited_fields = array_append(edited_fields, ${`address.${gone.key}`})
    where workspace_id = ${workspaceId} and id = ${contactId}`,
  );
  await stopWalksTo(em, { workspaceId, contactId, addressId });
  await showContact(em, order, 'address');
  return 'removed';
}

/** Stops the open walks of one contact, to one address or to all; once that is answered, none of them calls. */
export async function stopWalksTo(
  em: Db,
  walks: {
    workspaceId: string;
    contactId: string;
    addressId?: string;
    ending?: 'stopped' | 'erased';
  },
): Promise<void> {
  const { workspaceId, contactId, addressId = null, ending = 'stopped' } = walks;
  await stopWalks(
    em,
    { workspaceId, ending },
    sql`select id from membership where workspace_id = ${workspaceId} and contact_id = ${contactId}
      and state in ('enrolled', 'walking') and (${addressId}::uuid is null or address_id = ${addressId}::uuid)`,
  );
}
