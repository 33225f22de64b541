import type { Db } from './orm.ts';
import { run, sql, type Sql } from './sql.ts';
import { commitMark } from './statements.ts';

const waiting = new WeakMap<object, Sql<unknown>[]>();
/** A page of many is written one by one: each number of them would be a text, and a plan, of its own. */
const mostJoined = 8;

/** From here on `em` is a transaction that ends with `runLast`. */
export const mayRunLast = (em: Db): unknown => waiting.set(em, []);

/**
 * Leaves something to be written when the work of the transaction of `em` is over. A few are written by one
 * statement, and the commit goes along: the locks are held for some ways to the server and back less.
 * What fails there fails the transaction.
 * @param statement an insert, update or delete without a `with` of its own, of rows that nothing else which is
 *   left for last touches: none of them sees what the others write
 */
export function lastly(em: Db, statement: Sql<unknown>): void {
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
  const joined = statements.length < mostJoined ? statements.splice(0) : [];
  for (const one of statements) await run(em, one);
  const others = joined.map((one, place) => sql`${sql.ref(`last_${place}`)} as (${one})`);
  const before = others.length > 0 ? sql`with ${sql.join(others)} ` : sql``;
  await run(em, sql`${before}${last} ${sql.raw(commitMark)}`);
}
