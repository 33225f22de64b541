import { sql } from '../sql.ts';

/** A place in an order by instant and key, exact to the microsecond, which a Date is not. */
export interface Place {
  at: string;
  key: string;
}

/** An instant of a column as microseconds, in SQL. */
export const micros = (column: string) =>
  sql`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`;

/** @returns null where the text is not a cursor of ours */
export function instantOf(cursor: string): Place | null {
  const [, sign = '', at, key] = /^(-?)(\d{1,17})_([\w-]{1,60})$/.exec(cursor) ?? [];
  if (!at || !key) return null;
  const whole = BigInt(sign + at);
  const milliseconds = whole / 1000n;
  const rest = String(whole % 1000n).padStart(3, '0');
  const date = new Date(Number(milliseconds));
  if (Number.isNaN(date.getTime())) return null;
  return { at: date.toISOString().replace('Z', `${rest}Z`), key };
}
