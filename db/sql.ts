import { sql, type RawBuilder } from 'kysely';
import type { Db } from './orm.ts';

export { sql };

/** A statement whose rows are of that shape. */
export type Sql<Row> = RawBuilder<Row>;

/**
 * Runs one statement in the transaction of `em`, with values bound by the driver.
 * Arrays bind as PostgreSQL arrays and objects as jsonb, which `em.execute` does not do.
 * @returns its rows; timestamps are Dates, bigints numbers
 */
export async function rows<T>(em: Db, statement: RawBuilder<T>): Promise<T[]> {
  const result = await statement.execute(em.getKysely());
  return result.rows;
}

/** The first row of a statement, or undefined where it gave none. */
export async function firstRow<T>(em: Db, statement: RawBuilder<T>): Promise<T | undefined> {
  return (await rows(em, statement))[0];
}

/** Runs a statement for its effect. @returns how many rows it changed */
export async function run(em: Db, statement: RawBuilder<unknown>): Promise<number> {
  const result = await statement.execute(em.getKysely());
  return Number(result.numAffectedRows ?? 0n);
}

/** A list of objects as one jsonb value (the driver would take the list for an array). */
export const jsonb = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;
