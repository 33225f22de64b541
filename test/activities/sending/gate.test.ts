import { afterAll, beforeAll, expect, test } from 'vitest';
import { passGate } from '#activities/sending/gate.ts';
import { openDatabase, type Database } from '#db/orm.ts';
import { run, sql } from '#db/sql.ts';
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

test('a message passes its gate in four statements at most, also with a version never read before', async () => {
  const first = await gateOf('Walt');
  expect(first.kind).toBe('go');
  expect(first.statements - begin - commit).toBeLessThanOrEqual(4);
  expect((await gateOf('Ruth')).statements).toBeLessThan(first.statements);
});
