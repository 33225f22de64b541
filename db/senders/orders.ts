import { areaCodeState } from '#domain/contacts/area-codes.ts';
import { countryOfInternational } from '#domain/contacts/country.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { closeAlert } from '../alerts.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { lockDecisions } from '../sending/lock-decisions.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { wakeParked } from './wake-parked.ts';

export interface SenderOrder {
  workspaceId: string;
  userId: string;
  orderId: string;
  senderId: string;
}

/** What a person may set of a number. */
export interface SenderSettings {
  name: string;
  ratePerSecond: number;
  dailyCap: number;
  priority: number;
  confirms: 'us' | 'provider';
}

type Outcome = 'done' | 'not-found';

export async function changeSender(
  em: Db,
  order: SenderOrder,
  settings: SenderSettings,
): Promise<Outcome> {
  const { name, ratePerSecond, dailyCap, priority, confirms } = settings;
  return change(em, order, 'change', {
    set: sql`name = ${name}, rate_per_second = ${ratePerSecond}, daily_cap = ${dailyCap}, priority = ${priority}, confirms = ${confirms}`,
    payload: { ...settings },
  });
}

/** Nothing goes from it, not even to those who know it: they wait until it goes on. */
export async function pauseSender(em: Db, order: SenderOrder, reason: string): Promise<Outcome> {
  await lockDecisions(em, order.workspaceId);
  return change(em, order, 'pause', {
    set: sql`state = 'paused', paused_reason = ${reason || null}`,
    payload: { reason },
  });
}

/** Whoever waited for it is looked at again. */
export async function resumeSender(em: Db, order: SenderOrder): Promise<Outcome> {
  const outcome = await change(em, order, 'resume', {
    set: sql`state = 'active', paused_reason = null`,
  });
  if (outcome === 'done') {
    await closeAlert(em, { kind: 'sender-paused', subjectId: order.senderId });
    await wakeParked(em, order.workspaceId);
  }
  return outcome;
}

/** Out of rotation a number keeps the people who know it and gets no new ones. */
export async function setRotation(em: Db, order: SenderOrder, on: boolean): Promise<Outcome> {
  const outcome = await change(em, order, on ? 'rotate' : 'rest', { set: sql`rotation = ${on}` });
  if (outcome === 'done' && on) await wakeParked(em, order.workspaceId);
  return outcome;
}

/** A new number, of an account of the workspace; `taken` where the workspace has it already. */
export async function addSender(
  em: Db,
  order: Omit<SenderOrder, 'senderId'>,
  sender: SenderSettings & { number: PhoneNumber; accountId: string },
): Promise<'done' | 'taken' | 'no-account'> {
  const { workspaceId, orderId: id } = order;
  const { number, accountId, name, ratePerSecond, dailyCap, priority, confirms } = sender;
  const known = await firstRow(
    em,
    sql`select 1 as one from provider_account where workspace_id = ${workspaceId} and id = ${accountId} for share`,
  );
  if (!known) return 'no-account';
  const made = await run(
    em,
    sql`insert into sender (id, workspace_id, provider_account_id, value, name, country, region, area_code, rate_per_second, daily_cap, priority, confirms)
    values (${id}, ${workspaceId}, ${accountId}, ${number}, ${name}, ${countryOfInternational(number) ?? 'US'}, ${areaCodeState(number)},
      ${number.startsWith('+1') ? number.slice(2, 5) : null}, ${ratePerSecond}, ${dailyCap}, ${priority}, ${confirms})
    on conflict do nothing`,
  );
  if (made === 0) return (await isOrders(em, order)) ? 'done' : 'taken';
  await record(em, { ...order, senderId: id }, 'add', { accountId });
  await wakeParked(em, workspaceId);
  return 'done';
}

/** A double click: the number that is there is the one that this order has made. */
async function isOrders(
  em: Db,
  { workspaceId, orderId }: Omit<SenderOrder, 'senderId'>,
): Promise<boolean> {
  const found = await firstRow(
    em,
    sql`select 1 as one from sender where workspace_id = ${workspaceId} and id = ${orderId}`,
  );
  return found !== undefined;
}

async function change(
  em: Db,
  order: SenderOrder,
  kind: string,
  { set, payload }: { set: ReturnType<typeof sql>; payload?: Record<string, unknown> },
): Promise<Outcome> {
  const { workspaceId, senderId } = order;
  const changed = await run(
    em,
    sql`update sender set ${set} where workspace_id = ${workspaceId} and id = ${senderId}`,
  );
  if (changed === 0) return 'not-found';
  await record(em, order, kind, payload);
  return 'done';
}

async function record(
  em: Db,
  { workspaceId, userId, orderId, senderId }: SenderOrder,
  kind: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const about = { kind: `sender.${kind}`, subjectType: 'sender', subjectId: senderId, payload };
  await recordOrder(em, { id: orderId, workspaceId, userId, ...about });
  await tellUi(em, { workspaceId, topic: 'senders', refId: senderId, kind });
}
