import type { Database } from '#db/orm.ts';
import { marks, mortal } from '../mortal.ts';

class Died extends Error {}

/**
 * A database whose every so many-th transaction is the end of who began it: before it, within it, and
 * after its commit in turn. What had been asked until then has been asked in vain.
 */
export function mortalDatabase(
  real: Database,
  { every, times }: { every: number; times: number },
): { database: Database; deaths: () => number } {
  let deaths = 0;
  const markOf = (count: number) =>
    count % every === 0 && deaths < times ? (marks[deaths++ % marks.length] ?? null) : null;
  const database = mortal(real, markOf, (mark) => {
    throw new Died(mark);
  });
  return { database, deaths: () => deaths };
}
