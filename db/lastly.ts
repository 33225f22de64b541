import type { RawBuilder } from 'kysely';
import type { Db } from './orm.ts';
import { run, sql } from './sql.ts';
import { commitMark } from './statements.ts';

type Statement = RawBuilder<unknown>;

const waiting = new WeakMap<object, Statement[]>();

/** From here on `em` is a transaction that ends with `runLast`. */
export const mayRunLast = (em: Db): unknown => waiting.set(em, []);

/**
 * Leaves something to be written when the work of the transaction of `em` is over. All of it is one
 * statement, which takes the commit along: the locks are held for some ways to the server and back less.
 * What fails there fails the transaction.
 * @param statement an insert, update or delete without a `with` of its own, of rows that nothing else which is
 *   left for last touches: none of them sees what the others write
 */
export function lastly(em: Db, statement: Statement): void {
  const statements = waiting.get(em);
  if (!statements) throw new Error('Leave statements for last only within database.transaction().');
  statements.push(statement);
}

/** Writes what was left for last; the commit goes along (sendCommitAlong). */
export async function runLast(em: Db): Promise<void> {
  const statements = waiting.get(em) ?? [];
  waiting.delete(em);
  const last = statements.pop();
  if (!last) return;
  const others = statements.map((one, place) => sql`${sql.ref(`last_${place}`)} as (${one})`);
  const before = others.length > 0 ? sql`with ${sql.join(others)} ` : sql``;
  await run(em, sql`${before}${last} ${sql.raw(commitMark)}`);
}
