import type { Db } from '../orm.ts';
import { rows, run, sql } from '../sql.ts';
import { emptyConversations } from '../history/erased-conversations.ts';
import { tellRelay } from '../outbox.ts';
import { tellUi } from '../ui-events.ts';
import { stopWalksTo } from './addresses.ts';
import { eraseInGroups } from './erase-in-groups.ts';
import { beginContactOrder, showContact, type ContactOrder } from './order.ts';

/**
 * Removes a person: names, texts, files and addresses. What remains is that something was sent and
 * when, and a fingerprint of each address under which it stays closed to every message.
 * An address that another contact has too stays with that one.
 * Their files are taken out of the store by the relay, where nobody else needs them.
 */
export async function eraseContact(em: Db, order: ContactOrder): Promise<'erased' | 'absent'> {
  const begun = await beginContactOrder(em, order, 'contact.erase');
  if (begun.kind !== 'new') return begun.kind === 'absent' ? 'absent' : 'erased';
  const { workspaceId, contactId } = order;
  await stopWalksTo(em, { workspaceId, contactId, ending: 'erased' });
  const files = await eraseFiles(em, order);
  const own = await ownAddresses(em, order);
  files.push(...(await eraseInGroups(em, order, own)));
  await eraseTexts(em, order, own);
  await closeAddresses(em, order, own);
  await run(
    em,
    sql`update contact set first_name = '', last_name = '', company = '', language = null, street = '', city = '',
      region = '', postal_code = '', country = null, zone = null, notes = '', fields = '{}', tags = '{}', edited_fields = '{}',
      erased_at = workspace_now(workspace_id), updated_at = workspace_now(workspace_id), revision = revision + 1
    where workspace_id = ${workspaceId} and (id = ${contactId} or merged_into = ${contactId})`,
  );
  await showContact(em, order, 'erased');
  await tellUi(em, { workspaceId, topic: 'inbox', refId: null, kind: 'erased' });
  await tellRelay(
    em,
    ...files.map((key) => ({ workspaceId, kind: 'file.unneeded' as const, key })),
  );
  return 'erased';
}

async function eraseFiles(em: Db, { workspaceId, contactId }: ContactOrder): Promise<string[]> {
  const gone = await rows<{ sha256: string }>(
    em,
    sql`with theirs as (
      select t.id, t.blob_sha256 from attachment t join interaction i on i.workspace_id = t.workspace_id and i.id = t.interaction_id
      where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId}),
    gone as (delete from attachment t using theirs where t.id = theirs.id)
    select distinct theirs.blob_sha256 as sha256 from theirs where theirs.blob_sha256 is not null`,
  );
  return gone.map(({ sha256 }) => sha256);
}

interface OwnAddress {
  id: string;
  value: string;
}

/** Addresses of nobody else. */
const ownAddresses = (em: Db, { workspaceId, contactId }: ContactOrder): Promise<OwnAddress[]> =>
  rows(
    em,
    sql<OwnAddress>`select a.id, a.value from contact_address ca
      join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    where ca.workspace_id = ${workspaceId} and ca.contact_id = ${contactId}
      and not exists (select from contact_address o where o.workspace_id = ca.workspace_id
        and o.address_id = ca.address_id and o.contact_id <> ${contactId})
    order by a.id for no key update of a`,
  );

async function eraseTexts(
  em: Db,
  { workspaceId, contactId }: ContactOrder,
  own: readonly OwnAddress[],
): Promise<void> {
  await run(
    em,
    sql`update interaction set body = '', detail = '{}' where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
  );
  await run(
    em,
    sql`update call_record r set summary = null, transcript = null, voicemail = null, forwarded_from = null, forwarded_to = null
    from interaction i where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId}
      and r.workspace_id = i.workspace_id and r.interaction_id = i.id`,
  );
  await run(
    em,
    sql`update conversation set preview = '', needs_reply = false, missed_at = null, state = 'done', snoozed_until = null
    where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
  );
  await emptyConversations(em, { workspaceId, contactId });
  await run(
    em,
    sql`update send set body = null, media = '[]', passport = null where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
  );
  // Webhooks as received hold the number and the text, in form encoding or as JSON; unread lines of lists as well.
  for (const { value } of own) {
    const encoded = encodeURIComponent(value);
    await run(
      em,
      sql`update provider_event set body = '', headers = '{}', order_key = '' where workspace_id = ${workspaceId} and state <> 'new'
        and (strpos(body, ${encoded}) > 0 or strpos(body, ${value}) > 0)`,
    );
    await run(
      em,
      sql`delete from quarantined_event where workspace_id = ${workspaceId}
        and (strpos(body, ${encoded}) > 0 or strpos(body, ${value}) > 0)`,
    );
  }
}

async function closeAddresses(
  em: Db,
  { workspaceId, contactId, orderId }: ContactOrder,
  own: readonly OwnAddress[],
): Promise<void> {
  const ids = own.map(({ id }) => id);
  await run(
    em,
    sql`delete from contact_address where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
  );
  await run(
    em,
    sql`insert into suppression (workspace_id, address_id, reason, evidence, recorded_at)
    select ${workspaceId}, id, 'erased', ${{ orderId }}, workspace_now(${workspaceId}) from unnest(${ids}::uuid[]) id`,
  );
  await run(
    em,
    sql`update address set value = address_fingerprint(workspace_id, kind, value), region = null, zone = null,
      zone_source = null, zones = '{}', sender_id = null, sender_at = null
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`,
  );
}
