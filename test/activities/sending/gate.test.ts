import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsOf } from '#activities/sending/facts.ts';
import { passGate } from '#activities/sending/gate.ts';
import { openDatabase, type Database } from '#db/orm.ts';
import { sendRow } from '#db/sending/send-facts.ts';
import { writeSending } from '#db/sending/write-decision.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { decide } from '#domain/sending/decide.ts';
import { stepSend } from '#db/sending/step-send.ts';
import { openSendingWorld, type SendingWorld } from '#test/support/sending.ts';

let w: SendingWorld;
let counted: Database;
const statements = { count: 0 };
beforeAll(async () => {
  w = await openSendingWorld();
  const onStatement = () => void (statements.count += 1);
  counted = await openDatabase(w.databaseUrl, { poolSize: 2, onStatement });
  await counted.transaction((em) => run(em, sql`select 'that it is connected'`));
});
afterAll(async () => {
  await counted.close();
  await w.end();
});

const gateOf = async (firstName: string) => {
  const step = { membershipId: await w.walkOf(firstName), stepId: 'st-first-note', visit: 1 };
  const before = statements.count;
  const gate = await passGate({ ...w.world, database: counted }, (em) =>
    stepSend(em, { ...step, intentKey: `step of ${firstName}` }),
  );
  return { kind: gate.kind, statements: statements.count - before };
};

const begin = 1;
const commit = 1;

test('a number is occupied from the beginning of its call on, however long the decision took', async () => {
  const step = { membershipId: await w.walkOf('Nadia'), stepId: 'st-first-note', visit: 1 };
  const sendId = await w.database.transaction(async (em) => {
    const id = await stepSend(em, { ...step, intentKey: 'a slow decision' });
    const row = await sendRow(em, id!);
    const decision = decide(factsOf(row, 'Hello. Reply STOP to opt out.'), row.now.getTime());
    if (decision.kind !== 'send') throw new Error(decision.kind);
    await new Promise((resolve) => setTimeout(resolve, 400));
    writeSending(em, row, decision);
    return id;
  });
  const occupied = await firstRow<{ ms: number; takes: number }>(
    w.database.fork(),
    sql`select extract(epoch from x.busy_until - (s.call_started_at + w.clock_offset_ms * interval '1 ms')) * 1000 as ms,
      1000 / x.rate_per_second::float8 as takes
    from send s join sender x on x.id = s.sender_id join workspace w on w.id = s.workspace_id where s.id = ${sendId}`,
  );
  expect(Number(occupied?.ms)).toBeGreaterThanOrEqual(occupied?.takes ?? Infinity);
});

test('a message passes its gate in four statements at most, also with a version never read before', async () => {
  const first = await gateOf('Walt');
  expect(first.kind).toBe('go');
  expect(first.statements - begin - commit).toBeLessThanOrEqual(4);
  expect((await gateOf('Ruth')).statements).toBeLessThan(first.statements);
});
