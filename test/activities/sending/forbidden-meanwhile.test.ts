import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { factsOf } from '#activities/sending/facts.ts';
import { orderCampaign } from '#db/campaigns/orders.ts';
import { orderMembership } from '#db/memberships/orders.ts';
import type { Db } from '#db/orm.ts';
import { pauseSender, resumeSender } from '#db/senders/orders.ts';
import { sendRow } from '#db/sending/send-facts.ts';
import { stepSend } from '#db/sending/step-send.ts';
import { writeSending } from '#db/sending/write-decision.ts';
import { firstRow, sql } from '#db/sql.ts';
import { decide } from '#domain/sending/decide.ts';
import { openSendingWorld, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
beforeAll(async () => {
  w = await openSendingWorld();
});
afterAll(() => w.end());

interface Subjects {
  membershipId: string;
  senderId: string;
}
type Order = (em: Db, subjects: Subjects) => Promise<unknown>;

const by = () => ({
  orderId: uuidv7(),
  workspaceId: w.alder.workspaceId,
  userId: w.alder.maren.id,
});
const campaign =
  (order: 'pause' | 'resume' | 'stop'): Order =>
  (em) =>
    orderCampaign(em, order, { ...by(), campaignId: w.alder.campaignId });
const walk =
  (order: 'pause' | 'stop'): Order =>
  (em, { membershipId }) =>
    orderMembership(em, order, { ...by(), membershipId });

/** What is forbidden while the gate has read and not yet written; and what allows it again for the next. */
const orders: [string, Order, Order?][] = [
  ['a pause of the campaign', campaign('pause'), campaign('resume')],
  ['a pause of one walk', walk('pause')],
  ['the stop of one walk', walk('stop')],
  [
    'a pause of the number',
    (em, { senderId }) => pauseSender(em, { ...by(), senderId }, ''),
    (em, { senderId }) => resumeSender(em, { ...by(), senderId }),
  ],
  ['the stop of the campaign', campaign('stop')],
];
const people = ['Nadia', 'Walt', 'Ruth', 'Priya', 'Tom'];

test.each(orders)('%s is answered when no call can begin any more', async (name, order, undo) => {
  const who = people[orders.findIndex(([one]) => one === name)] as string;
  const membershipId = await w.walkOf(who);
  const { senderId, sendId, given } = await decideSlowly(membershipId, order);
  const answeredAt = await given;
  const send = await firstRow<{ calledAt: number }>(
    w.database.fork(),
    sql`select extract(epoch from call_started_at)::float8 * 1000 as "calledAt" from send where id = ${sendId}`,
  );
  if (undo) await w.database.transaction((em) => undo(em, { membershipId, senderId }));
  expect(send?.calledAt).toBeLessThanOrEqual(answeredAt);
});

/** The gate as it is, with a pause between its look and its word, in which the order is given. */
function decideSlowly(membershipId: string, order: Order) {
  return w.database.transaction(async (em) => {
    const step = { membershipId, stepId: 'st-first-note', visit: 1 };
    const sendId = (await stepSend(em, { ...step, intentKey: `step of ${membershipId}` }))!;
    const row = await sendRow(em, sendId);
    const decision = decide(factsOf(row, 'Hello. Reply STOP to opt out.'), row.now.getTime());
    if (decision.kind !== 'send') throw new Error(JSON.stringify(decision));
    const senderId = decision.sender.id;
    const given = w.database
      .transaction((other) => order(other, { membershipId, senderId }))
      .then(() => Date.now());
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeSending(em, row, decision);
    return { sendId, senderId, given };
  });
}
