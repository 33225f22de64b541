import type { Client } from '@temporalio/client';
import { cpuBetween, cpuSeconds } from './cpu.ts';
import { openFirm, type BenchFirm } from './firm.ts';
import { connectClient } from './memberships/engine.ts';
import { runNoops, startNoopWorkers } from './memberships/noop.ts';
import { prepareCampaign, runCampaign } from './memberships/product.ts';
import { shapes, type Shape } from './memberships/shapes.ts';
import { openOffice } from './office.ts';
import { median } from './spread.ts';
import { ms, perCent, perSecond, type Figure } from './table.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const kinds = ['no-op', 'callbacks off', 'callbacks on'] as const;
/** Of the no-op's rate, and of what the engine's server uses for it. */
const goals = { rate: 0.8, engine: 1.1 };
/** Beside the engine, its workflow worker and the double: what a membership costs us. */
const ours = ['postgres', 'worker', 'relay', 'web'];

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
  const own = taken.filter((one) => one.kind === kind);
  const what = `memberships, ${shape.name}: ${kind}`;
  const rate = perSecond(median(own.map((one) => one.rate)));
  const cpu = { what: `${what}, CPU for one`, ...cpuOf(own) };
  if (kind === 'no-op') return [{ what, figure: rate }, cpu];
  const noops = taken.filter((one) => one.kind === 'no-op');
  const share = shareOf(own, noops, (one) => one.rate);
  const engine = shareOf(own, noops, ({ cpu }) => cpu.get('temporal') ?? Number.NaN);
  const isJudged = kind === 'callbacks off';
  return [
    {
      what,
      figure: `${rate}, ${perCent(share)} of no-op`,
      ...(isJudged ? { goal: `>= ${perCent(goals.rate)}`, met: share >= goals.rate } : {}),
    },
    {
      what: `${what}, CPU of the engine's server`,
      figure: `${perCent(engine)} of no-op`,
      ...(isJudged ? { goal: `<= ${perCent(goals.engine)}`, met: engine <= goals.engine } : {}),
    },
    { what: `${what}, our own CPU for one`, figure: ms(median(own.map(oursOf))) },
    cpu,
  ];
}

/** The middle one of the rounds: neighbours in time are compared with each other. */
function shareOf(own: readonly Taken[], beside: readonly Taken[], value: (one: Taken) => number) {
  const shares = own.map((one, round) => {
    const other = beside[round];
    return other ? value(one) / value(other) : Number.NaN;
  });
  return median(shares);
}

const oursOf = ({ cpu }: Taken) => ours.reduce((sum, name) => sum + (cpu.get(name) ?? 0) * 1000, 0);

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
