import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

export interface EventsWaiting {
  due: number;
  dead: number;
  /** Age of the oldest that is due, in seconds. */
  lagSeconds: number;
}

export async function eventsWaiting(em: Db): Promise<EventsWaiting> {
  const row = await firstRow<EventsWaiting>(
    em,
    sql`select count(*) filter (where state = 'new' and next_at <= now()) as due,
      count(*) filter (where state = 'dead') as dead,
      coalesce(extract(epoch from now() - min(next_at) filter (where state = 'new' and next_at <= now())), 0)::float8 as "lagSeconds"
    from provider_event where state in ('new', 'dead')`,
  );
  return row ?? { due: 0, dead: 0, lagSeconds: 0 };
}
