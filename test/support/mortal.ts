import type { Database } from '#db/orm.ts';

/** Where in a transaction somebody dies: before it, when all of it is written, or when nobody knows of it. */
export const marks = ['before', 'within', 'after'] as const;
export type Mark = (typeof marks)[number];

/**
 * A database whose transactions may be the end of who began them.
 * @param markOf where the so many-th dies, or null where it does not
 * @param die throws, or ends the process
 */
export function mortal(
  real: Database,
  markOf: (count: number) => Mark | null,
  die: (mark: Mark) => void,
): Database {
  let count = 0;
  return {
    ...real,
    transaction: async (work) => {
      count += 1;
      const mark = markOf(count);
      if (mark === 'before') die(mark);
      const result = await real.transaction(async (em) => {
        const done = await work(em);
        if (mark === 'within') die(mark);
        return done;
      });
      if (mark === 'after') die(mark);
      return result;
    },
  };
}

/** The process dies as by kill -9 at the mark that DIE_AT names, such as `within:3`. */
export function mortalAt(real: Database, dieAt: string): Database {
  const [name, at] = dieAt.split(':');
  const mark = marks.find((one) => one === name) ?? null;
  return mortal(
    real,
    (count) => (count === Number(at) ? mark : null),
    () => process.kill(process.pid, 'SIGKILL'),
  );
}
