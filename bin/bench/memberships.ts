import type { Client } from '@temporalio/client';
import { cpuBetween, cpuSeconds } from './cpu.ts';
import { openFirm, type BenchFirm } from './firm.ts';
import { connectClient } from './memberships/engine.ts';
import { runNoops, startNoopWorkers } from './memberships/noop.ts';
import { prepareCampaign, runCampaign } from './memberships/product.ts';
import { shapes, type Shape } from './memberships/shapes.ts';
import { openOffice } from './office.ts';
import { median } from './spread.ts';
import { perCent, perSecond, type Figure } from './table.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const kinds = ['no-op', 'callbacks off', 'callbacks on'] as const;
const least = 0.6;

type Kind = (typeof kinds)[number];

/** One measurement: memberships a second, and what each process used for one, in CPU seconds. */
interface Taken {
  kind: Kind;
  rate: number;
  cpu: Map<string, number>;
}

/** Memberships through start, send and finish, beside a no-op workflow of the same shape. */
export async function measureMemberships(): Promise<Figure[]> {
  const office = await openOffice(['sandbox', 'workflow-worker', 'worker', 'relay', 'web']);
  let endNoops = () => Promise.resolve<unknown>(undefined);
  try {
    const firm = await openFirm(office);
    endNoops = await startNoopWorkers(office);
    const client = await connectClient(office.temporalAddress);
    const figures: Figure[] = [];
    for (const shape of shapes) figures.push(...(await compare(client, firm, shape)));
    await client.connection.close();
    return figures;
  } finally {
    await endNoops();
    await office.close();
  }
}

/** In rounds, each in the other order than the last, so that what warms up or fills up favours nobody. */
async function compare(client: Client, firm: BenchFirm, shape: Shape): Promise<Figure[]> {
  for (const kind of kinds) await take(client, firm, kind, { ...shape, people: 60 });
  const taken: Taken[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
      const one = await take(client, firm, kind, shape);
      console.log(`  ${shape.name}, ${kind}: ${perSecond(one.rate)}`);
      taken.push(one);
    }
  }
  return kinds.flatMap((kind) => figuresOf(shape, kind, taken));
}

async function take(client: Client, firm: BenchFirm, kind: Kind, shape: Shape): Promise<Taken> {
  const campaignId = kind === 'no-op' ? '' : await prepareCampaign(firm, shape);
  const before = cpuSeconds(firm.office.pids);
  const callbacks = kind === 'callbacks on';
  const rate =
    kind === 'no-op'
      ? await runNoops(client, shape)
      : await runCampaign(client, firm, { campaignId, shape, callbacks });
  const used = cpuBetween(before, cpuSeconds(firm.office.pids));
  const cpu = new Map([...used].map(([name, seconds]) => [name, seconds / shape.people]));
  return { kind, rate, cpu };
}

function figuresOf(shape: Shape, kind: Kind, taken: readonly Taken[]): Figure[] {
  const rates = ratesOf(taken, kind);
  const what = `memberships, ${shape.name}: ${kind}`;
  const cpu = {
    what: `${what}, CPU for one`,
    ...cpuOf(taken.filter((one) => one.kind === kind)),
  };
  if (kind === 'no-op') return [{ what, figure: perSecond(median(rates)) }, cpu];
  const beside = ratesOf(taken, 'no-op');
  // Neighbours in time are compared with each other.
  const share = median(rates.map((rate, round) => rate / (beside[round] ?? Number.NaN)));
  const goal =
    kind === 'callbacks off' ? { goal: `>= ${perCent(least)}`, met: share >= least } : {};
  return [
    { what, figure: `${perSecond(median(rates))}, ${perCent(share)} of no-op`, ...goal },
    cpu,
  ];
}

const ratesOf = (taken: readonly Taken[], kind: Kind) =>
  taken.filter((one) => one.kind === kind).map(({ rate }) => rate);

function cpuOf(taken: readonly Taken[]): Pick<Figure, 'figure' | 'detail'> {
  const names = [...(taken[0]?.cpu.keys() ?? [])];
  const used = names.map((name) => ({
    name,
    ms: median(taken.map(({ cpu }) => (cpu.get(name) ?? 0) * 1000)),
  }));
  const sum = used.reduce((all, { ms }) => all + ms, 0);
  const parts = used
    .filter(({ ms }) => ms >= sum / 100)
    .map(({ name, ms }) => `${name} ${ms.toFixed(1)}`);
  return { figure: `${sum.toFixed(1)} ms`, detail: `${parts.join(', ')} ms` };
}
