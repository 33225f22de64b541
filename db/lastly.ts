import type { Db } from './orm.ts';
import { run, sql, type Sql } from './sql.ts';
import { commitMark } from './statements.ts';

/** `row` is the one that it writes, by table and key. */
interface Left {
  row: string;
  statement: Sql<unknown>;
}

const waiting = new WeakMap<object, Left[]>();
/** A page of many is written one by one: each number of them would be a text, and a plan, of its own. */
const mostJoined = 8;

/** From here on `em` is a transaction that ends with `runLast`. */
export const mayRunLast = (em: Db): unknown => waiting.set(em, []);

/**
 * Leaves something to be written when the work of the transaction of `em` is over. A few are written by one
 * statement, and the commit goes along: the locks are held for some ways to the server and back less.
 * What fails there fails the transaction.
 * @param row what it writes, such as `send <id>`; two of one row are written one after the other
 * @param statement an insert, update or delete without a `with` of its own, which reads nothing that others
 *   leave for last
 */
export function lastly(em: Db, row: string, statement: Sql<unknown>): void {
  const left = waiting.get(em);
  if (!left) throw new Error('Leave statements for last only within database.transaction().');
  left.push({ row, statement });
}

/** Writes what was left for last; the commit goes along (sendCommitAlong). */
export async function runLast(em: Db): Promise<void> {
  const left = waiting.get(em) ?? [];
  waiting.delete(em);
  const statements = left.map(({ statement }) => statement);
  const last = statements.pop();
  if (!last) return;
  const joined = mayJoin(left) ? statements.splice(0) : [];
  for (const one of statements) await run(em, one);
  const others = joined.map((one, place) => sql`${sql.ref(`last_${place}`)} as (${one})`);
  const before = others.length > 0 ? sql`with ${sql.join(others)} ` : sql``;
  await run(em, sql`${before}${last} ${sql.raw(commitMark)}`);
}

/** Of two in one statement that update one row, only one would hold. */
const mayJoin = (left: readonly Left[]): boolean =>
  left.length <= mostJoined && new Set(left.map(({ row }) => row)).size === left.length;
