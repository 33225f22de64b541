import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run, sql } from '#db/sql.ts';
import { dataDir } from '../../parts/project.mjs';
import type { Office } from '../office.ts';

/** PostgreSQL as the product brings it has no pg_stat_statements: its log tells who says what. */
const settings = { log_statement: 'all', log_line_prefix: '%a|' };

const entry = /^(?=[\w-]*\|[A-Z]+: )/m;
const ofWorker =
  /^throughline-worker\|LOG: +(?:statement|execute [^:]*): (?!begin|commit|rollback)/i;

export interface Said {
  /** Statements of the activity worker, without the ends of transactions. */
  all: number;
  /** Of these, how many reserved requests, a second's worth at a time. */
  reserving: number;
  /** Of these, how many woke open pages after a commit. */
  waking: number;
}

/** Counts what the activity worker says to the database, until `end`. */
export async function countStatements({ database }: Office): Promise<{ end: () => Promise<Said> }> {
  const log = join(dataDir(), 'log', 'bench.log');
  const em = database.fork();
  for (const [name, value] of Object.entries(settings))
    await run(em, sql`alter system set ${sql.ref(name)} = ${sql.lit(value)}`);
  await run(em, sql`select pg_reload_conf()`);
  const from = statSync(log).size;
  return {
    async end() {
      const text = readFileSync(log).subarray(from).toString();
      for (const name of Object.keys(settings))
        await run(em, sql`alter system reset ${sql.ref(name)}`);
      await run(em, sql`select pg_reload_conf()`);
      const said = text.split(entry).filter((one) => ofWorker.test(one));
      return {
        all: said.length,
        reserving: said.filter((one) => one.includes('request_pace')).length,
        waking: said.filter((one) => one.includes('pg_notify')).length,
      };
    },
  };
}
