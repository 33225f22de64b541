import type { Database } from '#db/orm.ts';

/** Where in a transaction somebody dies: before it, when all of it is written, or when nobody knows of it. */
const places = ['before', 'within', 'after'] as const;

class Died extends Error {}

/**
 * A database whose every so many-th transaction is the end of who began it: before it, within it, and
 * after its commit in turn. What had been asked until then has been asked in vain.
 */
export function mortalDatabase(
  real: Database,
  { every, times }: { every: number; times: number },
): { database: Database; deaths: () => number } {
  let count = 0;
  let deaths = 0;
  const database: Database = {
    ...real,
    transaction: async (work) => {
      count += 1;
      const dies = count % every === 0 && deaths < times;
      const place = dies ? places[deaths++ % places.length] : null;
      if (place === 'before') throw new Died(place);
      const result = await real.transaction(async (em) => {
        const done = await work(em);
        if (place === 'within') throw new Died(place);
        return done;
      });
      if (place === 'after') throw new Died(place);
      return result;
    },
  };
  return { database, deaths: () => deaths };
}
