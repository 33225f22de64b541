import { setTimeout as sleep } from 'node:timers/promises';
import { usualSpeed } from '#domain/history/run.ts';
import { residentBytes } from './history/memory.ts';
import { countStatements } from './history/statements.ts';
import {
  openTelephone,
  requestsOf,
  standingOf,
  startImport,
  type BenchTelephone,
} from './history/telephone.ts';
import { openOffice, type Office } from './office.ts';
import { perCent, perSecond, type Figure } from './table.ts';

const warmUpSeconds = 20;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 120);
/** Of the requests allowed; growth of the worker; statements for one request. */
const goals = { rate: 0.95, growth: 0.1, statements: 3 };

/** A whole import of a full telephone at the provider's true rate, while it is well on its way. */
export async function measureHistory(): Promise<Figure[]> {
  const office = await openOffice(['sandbox', 'workflow-worker', 'worker', 'relay']);
  try {
    const telephone = await openTelephone(office);
    const importId = await startImport(telephone);
    await untilExchange(telephone, importId);
    await sleep(warmUpSeconds * 1000);
    return await measure(office, telephone, importId);
  } finally {
    await office.close();
  }
}

async function measure(
  office: Office,
  telephone: BenchTelephone,
  importId: string,
): Promise<Figure[]> {
  const worker = office.pids.get('worker') ?? 0;
  const counting = await countStatements(office);
  const memory = residentBytes(worker);
  const began = Date.now();
  await sleep(seconds * 1000);
  const took = (Date.now() - began) / 1000;
  const growth = residentBytes(worker) / memory - 1;
  const said = await counting.end();
  const asked = await requestsOf(telephone);
  const within = (at: number) => at >= began && at < began + took * 1000;
  const requests = asked.at.filter(within).length;
  const rate = requests / took;
  const share = rate / usualSpeed;
  const each = (said.all - said.reserving - said.waking) / requests;
  const { state, phase } = await standingOf(telephone, importId);
  return [
    {
      what: `import of a telephone: requests, for ${seconds} s`,
      figure: `${perSecond(rate)}, ${perCent(share)} of those allowed`,
      goal: `>= ${perCent(goals.rate)}`,
      met: share >= goals.rate && state === 'running',
      detail: `${requests} requests, ${asked.refusedAt.filter(within).length} refused as too many; at the end the import was ${state}, ${phase}`,
    },
    {
      what: 'import of a telephone: memory of the worker',
      figure: `${megabytes(memory)}, then ${growth < 0 ? '' : '+'}${(growth * 100).toFixed(1)} %`,
      goal: `< +${perCent(goals.growth)}`,
      met: growth < goals.growth,
    },
    {
      what: 'import of a telephone: statements for one request',
      figure: each.toFixed(1),
      goal: `<= ${goals.statements}`,
      met: each <= goals.statements,
      detail: `${said.all} of the worker in all; not counted besides: ${said.reserving} reserved requests, ${said.waking} woke open pages`,
    },
  ];
}

/** Until all conversations are known, and what was said in them is read: nearly all that an import asks for. */
async function untilExchange(telephone: BenchTelephone, importId: string): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const { state, phase } = await standingOf(telephone, importId);
    if (phase === 'exchange') return;
    if (Date.now() > deadline) throw new Error(`The import is ${state}, ${phase}.`);
    await sleep(200);
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
