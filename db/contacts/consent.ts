import { mayLift, type SuppressionReason } from '#domain/sending/suppression.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, run, sql } from '../sql.ts';
import { beginContactOrder, showContact, type ContactOrder } from './order.ts';

export type RecordableChannel = 'sms' | 'whatsapp' | 'email' | 'call';

/** An order about one address of a contact, and why, in the words of who gives it. */
export interface AddressOrder extends ContactOrder {
  addressId: string;
  /** Null for everything. */
  channel: RecordableChannel | null;
  note: string;
}

/**
 * Stops messages to an address because a person of ours says so, and ends every walk that would write
 * there, of whichever contact.
 */
export async function suppressAddress(em: Db, order: AddressOrder): Promise<'done' | 'absent'> {
  const { workspaceId, addressId, channel } = order;
  const begun = await begin(em, order, 'contact.suppress');
  if (begun !== 'new') return begun;
  await run(
    em,
    sql`insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
    values (${workspaceId}, ${addressId}, ${channel}, 'person', ${evidenceOf(order)}, workspace_now(${workspaceId}))`,
  );
  if (channel === null || channel === 'sms') {
    await endMembershipsOfAddress(em, { workspaceId, addressId, ending: 'suppressed' });
  }
  await showContact(em, order, 'suppressed');
  return 'done';
}

/**
 * Lifts what an import or a person of ours has set. What the person asked for themselves only they lift.
 * @returns `refused` with the reason that stands
 */
export async function liftSuppression(
  em: Db,
  order: AddressOrder,
): Promise<'done' | 'absent' | { refused: SuppressionReason }> {
  const { workspaceId, addressId, channel } = order;
  const standing = await standingReason(em, order);
  if (standing) return { refused: standing };
  const begun = await begin(em, order, 'contact.lift');
  if (begun !== 'new') return begun;
  await run(
    em,
    sql`insert into suppression (workspace_id, address_id, channel, reason, lifted_by, evidence, recorded_at)
    values (${workspaceId}, ${addressId}, ${channel}, 'lifted', 'person', ${evidenceOf(order)}, workspace_now(${workspaceId}))`,
  );
  await showContact(em, order, 'lifted');
  return 'done';
}

/** Records that somebody agreed, or refused, outside of any list or message. */
export async function recordConsent(
  em: Db,
  order: AddressOrder & {
    channel: RecordableChannel;
    status: 'given' | 'refused';
    /** When they said so. */
    capturedAt: Date;
  },
): Promise<'done' | 'absent'> {
  const { workspaceId, addressId, channel, status } = order;
  const begun = await begin(em, order, 'contact.consent');
  if (begun !== 'new') return begun;
  await run(
    em,
    sql`insert into consent (workspace_id, address_id, channel, status, basis, source, evidence, captured_at, recorded_at)
    values (${workspaceId}, ${addressId}, ${channel}, ${status}, ${order.note}, 'person', ${evidenceOf(order)},
      ${order.capturedAt}, workspace_now(${workspaceId}))`,
  );
  await showContact(em, order, 'consent');
  return 'done';
}

async function begin(em: Db, order: AddressOrder, kind: string) {
  const begun = await beginContactOrder(em, order, kind, {
    channel: order.channel,
    addressId: order.addressId,
  });
  if (begun.kind === 'absent') return 'absent';
  const theirs = await firstRow(
    em,
    sql`select 1 as one from contact_address where workspace_id = ${order.workspaceId}
      and contact_id = ${order.contactId} and address_id = ${order.addressId}`,
  );
  if (!theirs) return 'absent';
  return begun.kind === 'repeated' ? 'done' : 'new';
}

/** A reason of the stops that would be lifted, which a person of ours may not lift; else null. */
async function standingReason(
  em: Db,
  { workspaceId, addressId, channel }: AddressOrder,
): Promise<SuppressionReason | null> {
  await run(
    em,
    sql`select 1 from address where workspace_id = ${workspaceId} and id = ${addressId} for no key update`,
  );
  const standing = await rows<{ reason: SuppressionReason }>(
    em,
    sql`select distinct s.reason from suppression s
    where s.workspace_id = ${workspaceId} and s.address_id = ${addressId} and s.lifted_by is null
      and (${channel}::text is null or s.channel = ${channel})
      and not exists (select from suppression l where l.workspace_id = s.workspace_id and l.address_id = s.address_id
        and l.lifted_by is not null and (l.channel is null or l.channel = s.channel)
        and (l.recorded_at, l.id) > (s.recorded_at, s.id))`,
  );
  return standing.find(({ reason }) => !mayLift('person', reason))?.reason ?? null;
}

const evidenceOf = ({ userId, note, orderId }: AddressOrder) => ({ userId, note, orderId });
