import type { Decision } from '#domain/sending/decision.ts';
import { lastly } from '../lastly.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import type { SendRow } from './send-facts.ts';

type Kind<K extends Decision['kind']> = Extract<Decision, { kind: K }>;

/** A call to a provider is aborted after this long; what was begun in time may still arrive. */
export const callTimeMs = 10_000;

/**
 * The send may go: from here on it is `sending`, with text, sender and passport, and its call has a
 * deadline. The sender's line and the counts of the day move with it. The number is occupied
 * from the beginning of the call on, which is later than the look on which the decision rests.
 * Left for last: the locks of the gate are those of the whole workspace.
 */
export function writeSending(em: Db, row: SendRow, decision: Kind<'send'>): void {
  const { send, now } = row;
  const senderId = decision.sender.id;
  const account = row.senders.find(({ id }) => id === senderId)?.accountId ?? null;
  // One instant for call and line, whichever is written first.
  lastly(
    em,
    `send ${send.id}`,
    sql`update send set state = 'sending', body = ${decision.text}, encoding = ${decision.encoding},
      segments = ${decision.segments}, estimate_micros = ${decision.estimateMicros}, currency = ${decision.currency},
      passport = ${decision.passport}, decided_at = ${now}, sender_id = ${senderId},
      provider_account_id = ${account}, attempt = attempt + 1, held_until = null, slot_at = null, error_code = null,
      call_started_at = statement_timestamp(), call_deadline_at = statement_timestamp() + ${callTimeMs} * interval '1 ms',
      looked_at = null, updated_at = now()
    where id = ${send.id}`,
  );
  lastly(
    em,
    `sender ${senderId}`,
    sql`update sender set last_used_at = ${now}, free_at = greatest(free_at, ${new Date(decision.freeAt)}),
      busy_until = greatest(busy_until, ${new Date(decision.busyUntil)}::timestamptz - ${now}::timestamptz + statement_timestamp()
        + (select clock_offset_ms * interval '1 ms' from workspace w where w.id = sender.workspace_id))
    where id = ${senderId}`,
  );
  if (!row.address.senderId) {
    lastly(
      em,
      `address ${row.address.id}`,
      sql`update address set sender_id = ${senderId}, sender_at = coalesce(sender_at, ${now})
      where id = ${row.address.id} and sender_id is null`,
    );
  }
  if (send.purpose === 'marketing') countAttempt(em, row, senderId);
}

/** An attempt counts for its own number and day, until it is known that nothing was taken (recordNotTaken). */
function countAttempt(em: Db, { send, workspaceDay, campaign }: SendRow, senderId: string): void {
  const { workspaceId } = send;
  const { day } = workspaceDay;
  lastly(
    em,
    `sender_day ${senderId} ${day}`,
    sql`insert into sender_day (workspace_id, sender_id, day, sent) values (${workspaceId}, ${senderId}, ${day}, 1)
    on conflict (workspace_id, sender_id, day) do update set sent = sender_day.sent + 1`,
  );
  lastly(
    em,
    `workspace_day ${day}`,
    sql`insert into workspace_day (workspace_id, day, sent) values (${workspaceId}, ${day}, 1)
    on conflict (workspace_id, day) do update set sent = workspace_day.sent + 1`,
  );
  if (!campaign) return;
  lastly(
    em,
    `campaign_day ${campaign.id} ${campaign.day}`,
    sql`insert into campaign_day (workspace_id, campaign_id, day, sent) values (${workspaceId}, ${campaign.id}, ${campaign.day}, 1)
    on conflict (workspace_id, campaign_id, day) do update set sent = campaign_day.sent + 1`,
  );
}

/** Not now: until an instant, and for which reason. A place in a sender's line is kept with it. */
export async function writeHold(em: Db, row: SendRow, decision: Kind<'hold'>): Promise<void> {
  const { until, rule, why, reserve, passport } = decision;
  const held = { until, rule, why };
  await run(
    em,
    sql`with waiting as (
      update send set state = 'held', held_until = ${new Date(until)}, passport = ${passport}, decided_at = ${row.now},
        sender_id = coalesce(${reserve?.senderId ?? null}::uuid, sender_id),
        slot_at = ${reserve ? new Date(reserve.slotAt) : null}, updated_at = now()
      where id = ${row.send.id}),
    line as (
      update sender set free_at = greatest(free_at, ${reserve ? new Date(reserve.freeAt) : null}::timestamptz), last_used_at = ${row.now}
      where id = ${reserve?.senderId ?? null}::uuid)
    update membership set held = ${held}, awaits = 'due'
    where id = ${row.membership?.id ?? null}::uuid and state = 'walking'`,
  );
}

/** Not until somebody acts. */
export async function writePark(em: Db, row: SendRow, decision: Kind<'park'>): Promise<void> {
  const { rule, why, passport } = decision;
  const awaits = why.includes('paused') ? 'resume' : 'person';
  await run(
    em,
    sql`with waiting as (
      update send set state = 'parked', held_until = null, passport = ${passport}, decided_at = ${row.now}, updated_at = now()
      where id = ${row.send.id})
    update membership set held = ${{ until: null, rule, why }}, awaits = ${awaits}
    where id = ${row.membership?.id ?? null}::uuid and state = 'walking'`,
  );
}

/** Never: the gate's last word on this send. The walk's ending is written by endMembership. */
export async function writeDropped(
  em: Db,
  row: SendRow,
  decision: Kind<'over'> | Kind<'fail'>,
): Promise<void> {
  const code = decision.kind === 'fail' ? decision.code : decision.why;
  await run(
    em,
    sql`update send set state = 'dropped', error_code = ${code}, held_until = null, passport = ${decision.passport},
      decided_at = ${row.now}, finished_at = ${row.now}, updated_at = now()
    where id = ${row.send.id}`,
  );
}
