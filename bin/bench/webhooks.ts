import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { firstRow, run, sql } from '#db/sql.ts';
import { areaCodes } from './area-codes.ts';
import { cpuBetween, cpuSeconds } from './cpu.ts';
import { openFirm, type BenchFirm } from './firm.ts';
import { openOffice } from './office.ts';
import { messageId, playProvider } from './provider.ts';
import { spreadOf } from './spread.ts';
import { steadily } from './steady.ts';
import { ms, type Figure } from './table.ts';

const perSecond = 200;
const seconds = 20;
const warmUp = 3;
const goal = 20;

/** Webhooks at a steady rate, one in ten a reply and the others states of messages, until each is answered. */
export async function measureWebhooks(): Promise<Figure[]> {
  const office = await openOffice(['web', 'relay']);
  try {
    const firm = await openFirm(office);
    await addLedger(firm, perSecond * (seconds + warmUp));
    const since = uuidv7();
    await load(firm, { from: 0, count: perSecond * warmUp });
    const before = cpuSeconds(office.pids);
    const count = perSecond * seconds;
    const { times, failed } = await load(firm, { from: perSecond * warmUp, count });
    const used = [...cpuBetween(before, cpuSeconds(office.pids))];
    const lost = await untilApplied(firm, since);
    const { p50, p99, max } = spreadOf(times);
    return [
      {
        what: `webhook answered, ${perSecond} a second for ${seconds} s: p50, p99, max`,
        figure: `${ms(p50)}, ${ms(p99)}, ${ms(max)}`,
        goal: `p99 < ${goal} ms`,
        met: p99 < goal && failed === 0,
        detail: `CPU for one: ${used.map(([name, cpu]) => `${name} ${ms((cpu * 1000) / count)}`).join(', ')}`,
      },
      {
        what: 'webhooks that became dead letters',
        figure: String(lost),
        goal: '0',
        met: lost === 0,
      },
      {
        what: 'webhooks not answered with 2xx',
        figure: String(failed),
        goal: '0',
        met: failed === 0,
      },
    ];
  } finally {
    await office.close();
  }
}

/** Until the relay has applied them all. @returns how many it could not understand */
async function untilApplied({ office }: BenchFirm, since: string): Promise<number> {
  for (;;) {
    const row = await firstRow<{ waiting: number; dead: number }>(
      office.database.fork(),
      sql`select count(*) filter (where state = 'new') as waiting, count(*) filter (where state = 'dead' and id > ${since}) as dead
      from provider_event`,
    );
    if (row?.waiting === 0) return row.dead;
    await sleep(200);
  }
}

/** Messages that callbacks can tell of. */
async function addLedger({ office, ...alder }: BenchFirm, messages: number): Promise<void> {
  const [sender] = alder.senders;
  await run(
    office.database.fork(),
    sql`insert into send (workspace_id, intent_key, purpose, channel, state, address_id, sender_id, provider_account_id, provider_id, body)
    select ${alder.workspaceId}::uuid, 'bench:' || n, 'marketing', 'sms', 'accepted', ${alder.contacts[0]?.addressId}::uuid,
      ${sender?.id}::uuid, ${alder.accountId}::uuid, 'SM' || md5('status ' || n), 'Hello' from generate_series(0, ${messages}) n`,
  );
}

async function load(firm: BenchFirm, { from, count }: { from: number; count: number }) {
  const provider = playProvider(firm.office.app);
  const times: number[] = [];
  let failed = 0;
  const ours = firm.senders[0]?.value ?? '';
  await steadily({ perSecond, count }, async (place) => {
    const n = from + place;
    const theirs = `+1${areaCodes[n % areaCodes.length]}55501${String(n % 60).padStart(2, '0')}`;
    const began = performance.now();
    const status =
      n % 10 === 0
        ? await provider.reply({
            id: messageId(`reply ${n}`),
            from: theirs,
            to: ours,
            body: 'Is Thursday still open?',
          })
        : await provider.delivered({ id: messageId(`status ${n}`), from: ours, to: theirs });
    if (status < 300) times.push(performance.now() - began);
    else failed += 1;
  });
  provider.close();
  return { times, failed };
}
