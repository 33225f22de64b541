import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { rows, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Product } from '#test/support/product.ts';
import type { Firm } from './firm.ts';
import { persistently } from './persistently.ts';

/** Two minutes pass before a webhook counts as missing; then a turn or two of the watch. */
const patienceMs = 240_000;

/**
 * Until every text that a person wrote is here. Those that no webhook told are found by the watch over the
 * account: it is given its turn, as an operator would. What it does not find is the judge's to say.
 */
export async function untilAllHeard(product: Product, firm: Firm): Promise<void> {
  const end = Date.now() + patienceMs;
  const connection = await Connection.connect({ address: product.temporalAddress });
  const { schedule } = new Client({ connection });
  const watch = schedule.getHandle(workflowIds.twilioWatch(firm.accountId));
  try {
    while (Date.now() < end && (await unheard(product)) > 0) {
      await watch.trigger();
      await sleep(10_000);
    }
  } finally {
    await connection.close();
  }
}

async function unheard({ database, phones }: Product): Promise<number> {
  const ledger = await phones.ledger({ direction: 'all' });
  const written = ledger.filter(({ madeBy }) => madeBy === 'phone').map(({ sid }) => sid);
  const heard = await persistently(() =>
    rows<{ sid: string }>(
      database.fork(),
      sql`select provider_id as sid from interaction where provider_id = any(${written}) and direction = 'in'`,
    ),
  );
  return written.length - new Set(heard?.map(({ sid }) => sid)).size;
}
