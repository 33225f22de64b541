import { intentKeys } from '#domain/names.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { isSuppressed } from '#domain/sending/suppression.ts';
import type { SendState } from '#domain/sending/states.ts';
import { workspaceNow } from '../clock.ts';
import { lockAddress } from '../events/inbound-address.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { queueSend } from '../sending/queue-send.ts';
import { firstRow, sql } from '../sql.ts';

/** `too-many`: a test is for a look, not for a campaign by hand. */
export type TestOutcome =
  | { kind: 'queued'; sendId: string }
  | { kind: 'suppressed' }
  | { kind: 'too-many' };

/** Tests that one person may send in an hour. */
export const mostTestsAnHour = 30;

/** Sends a text to a number of one's own, as a message of service: it belongs to no thread. */
export async function sendTest(
  em: Db,
  input: {
    workspaceId: string;
    userId: string;
    orderId: string;
    sequenceId: string;
    number: PhoneNumber;
    text: string;
  },
): Promise<TestOutcome> {
  const { workspaceId, userId, orderId, sequenceId, number, text } = input;
  const address = await lockAddress(em, { workspaceId, number });
  if (isSuppressed(address.blocked, 'sms')) return { kind: 'suppressed' };
  if ((await testsOfLate(em, { workspaceId, userId })) >= mostTestsAnHour)
    return { kind: 'too-many' };
  await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind: 'sequence.test',
    subjectType: 'sequence',
    subjectId: sequenceId,
  });
  const { sendId } = await queueSend(em, {
    workspaceId,
    intentKey: intentKeys.test(orderId),
    purpose: 'service',
    addressId: address.id,
    contactId: null,
    senderId: null,
    body: text,
    orderId,
    authorId: userId,
    asInteraction: false,
    at: await workspaceNow(em, workspaceId),
  });
  return { kind: 'queued', sendId };
}

async function testsOfLate(
  em: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<number> {
  const row = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from "order" where workspace_id = ${workspaceId} and user_id = ${userId} and kind = 'sequence.test'
      and ordered_at > workspace_now(${workspaceId}) - interval '1 hour'`,
  );
  return row?.n ?? 0;
}

export interface TestState {
  state: SendState;
  errorCode: string | null;
  number: string;
  heldUntil: Date | null;
}

/** How far a test has come. */
export async function testState(
  em: Db,
  { workspaceId, sendId }: { workspaceId: string; sendId: string },
): Promise<TestState | undefined> {
  return firstRow<TestState>(
    em,
    sql`select s.state, s.error_code as "errorCode", a.value as number, s.held_until as "heldUntil"
    from send s join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
    where s.workspace_id = ${workspaceId} and s.id = ${sendId} and s.intent_key like 'test:%'`,
  );
}
