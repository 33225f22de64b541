import { setTimeout as sleep } from 'node:timers/promises';
import { account } from '#db/seeds/alder-and-tide/firm.ts';
import { run as execute, sql } from '#db/sql.ts';
import type { Taken } from '#test/support/product/phones.ts';
import { gather, type Evidence } from './evidence.ts';
import { judge } from './judge/judge.ts';
import type { ViolationName } from './judge/violation.ts';
import type { Run } from './run.ts';

/** A fault that is put into a finished run, and by which name the judge must find it, and about whom. */
export interface Planted {
  name: ViolationName;
  about: string;
  found: boolean;
}

/** What each plant does to the run; it answers whom it did it to. */
const plants = {
  'sent twice': async (run: Run, { taken }: Evidence) => {
    const first = some(taken.filter(({ body }) => isFirst(run, body)));
    await post(run, first);
    return first.to;
  },
  'sent outside its hours': async (run: Run, { taken, walks, stops }: Evidence) => {
    const stopped = new Set(stops.map(({ address }) => address));
    const first = some(
      taken.filter(
        ({ body, to }) =>
          isFirst(run, body) && !stopped.has(to) && walks.some(({ address }) => address === to),
      ),
    );
    await atNight(run);
    await post(run, first);
    return first.to;
  },
  'sent after a stop': async (run: Run, { taken, stops }: Evidence) => {
    const { address } = some(stops);
    await post(run, some(taken.filter(({ to }) => to === address)));
    return address;
  },
  'event lost': async ({ product }: Run, { written }: Evidence) => {
    const { sid, from } = some(written);
    await execute(product.database.fork(), sql`delete from interaction where provider_id = ${sid}`);
    return from;
  },
} satisfies Partial<Record<ViolationName, Plant>>;

type Plant = (run: Run, evidence: Evidence) => Promise<string>;

/**
 * The judge is judged: each fault is done to a run that was found right, one after the other.
 * @returns which were found, by their own name and about whom they concern
 */
export async function plantFaults(run: Run): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const name of Object.keys(plants) as (keyof typeof plants)[]) {
    const about = await plants[name](run, run.evidence);
    const after = await gather(run.product, {
      ...run.evidence,
      moves: run.clock.moves,
      listIds: [],
    });
    const found = judge(after).some((one) => one.name === name && one.about === about);
    planted.push({ name, about, found });
  }
  return planted;
}

const isFirst = ({ evidence }: Run, body: string) =>
  evidence.firm.campaigns.some(({ texts }) => texts[0] === body);

/** The run has ended at night; nothing of the evening before may be a possible hour of what comes now. */
async function atNight({ clock }: Run): Promise<void> {
  const since = clock.moves.at(-1)?.until ?? 0;
  await sleep(Math.max(0, since + nightfallMs - Date.now()));
}

/** Longer than a call may last. */
const nightfallMs = 11_000;

/** Past the product: what a second sender, or a product gone wrong, would do. */
async function post({ product }: Run, { from, to, body, statusCallback }: Taken): Promise<void> {
  const answer = await fetch(
    `${product.sandboxUrl}/2010-04-01/Accounts/${account.sid}/Messages.json`,
    {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${account.sid}:${account.token}`)}` },
      body: new URLSearchParams({
        From: from,
        To: to,
        Body: body,
        StatusCallback: statusCallback ?? '',
      }),
    },
  );
  if (answer.status !== 201) throw new Error(`The plant was not taken: ${await answer.text()}`);
}

function some<T>(list: readonly T[]): T {
  const one = list[0];
  if (one === undefined) throw new Error('The run has nothing to plant this fault on.');
  return one;
}
