import { Agent, request } from 'node:http';
import { firstRow, rows, sql } from '#db/sql.ts';
import { openFirm, type BenchFirm } from './firm.ts';
import { fillInbox, people, textsAPerson } from './inbox-volume.ts';
import { openOffice } from './office.ts';
import { spreadOf } from './spread.ts';
import { crowded } from './steady.ts';
import { ms, type Figure } from './table.ts';

const atOnce = 20;
const seconds = 15;
const goalMs = 100;
const mostStatements = 8;

/** Pages of the inbox over years of messages, with as many agents as ask at once. */
export async function measureInbox(): Promise<Figure[]> {
  const office = await openOffice(['web']);
  try {
    const firm = await openFirm(office);
    await fillInbox(office.database, firm);
    const open = await openConversations(firm);
    const places = open.values();
    return [
      await sizeOf(firm),
      ...(await pages(firm, 'inbox page', () => '/inbox')),
      ...(await pages(firm, 'inbox page, needs reply', () => '/inbox?view=needs-reply')),
      ...(await pages(firm, 'inbox page with a conversation', () => nextOf(places, open))),
    ];
  } finally {
    await office.close();
  }
}

async function sizeOf({ office, workspaceId }: BenchFirm): Promise<Figure> {
  const row = await firstRow<{ contacts: number; texts: number }>(
    office.database.fork(),
    sql`select (select count(*) from contact where workspace_id = ${workspaceId}) as contacts,
      (select count(*) from interaction where workspace_id = ${workspaceId}) as texts`,
  );
  return {
    what: 'inbox: interactions, contacts',
    figure: `${row?.texts}, ${row?.contacts}`,
    met: (row?.texts ?? 0) >= people * textsAPerson,
  };
}

async function openConversations({ office, workspaceId }: BenchFirm): Promise<string[]> {
  const found = await rows<{ id: string }>(
    office.database.fork(),
    sql`select id from conversation where workspace_id = ${workspaceId} and state = 'open' order by last_at desc limit 200`,
  );
  return found.map(({ id }) => `/inbox/${id}`);
}

function nextOf(places: Iterator<string>, again: readonly string[]): string {
  const next = places.next();
  return next.done ? (again[Math.floor(Math.random() * again.length)] ?? '') : next.value;
}

async function pages(firm: BenchFirm, name: string, path: () => string): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const statements: number[] = [];
  const one = async () => void statements.push(await page(firm, agent, path()));
  await crowded({ atOnce, seconds: 3 }, one);
  const alone = spreadOf(await crowded({ atOnce: 1, seconds: 3 }, one));
  const times = await crowded({ atOnce, seconds }, one);
  agent.destroy();
  const { p50, p95, max } = spreadOf(times);
  const most = Math.max(...statements);
  return [
    {
      what: `${name}, ${atOnce} at once: p50, p95, max, pages a second`,
      figure: `${ms(p50)}, ${ms(p95)}, ${ms(max)}, ${Math.round(times.length / seconds)}`,
      goal: `p95 < ${goalMs} ms`,
      met: p95 < goalMs,
    },
    { what: `${name}, one at a time: p50, p95`, figure: `${ms(alone.p50)}, ${ms(alone.p95)}` },
    {
      what: `${name}: SQL statements at most`,
      figure: String(most),
      goal: `<= ${mostStatements}`,
      met: most <= mostStatements,
    },
  ];
}

/** @returns how many SQL statements the page took, as it says itself */
function page({ office, cookie }: BenchFirm, agent: Agent, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(office.app + path, { agent, headers: { Cookie: cookie } });
    call.on('error', reject);
    call.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => {
        const [, statements] = /desc="(\d+) statements"/.exec(timingOf(answer.headers)) ?? [];
        if (answer.statusCode === 200 && statements) resolve(Number(statements));
        else reject(new Error(`${path} answered ${answer.statusCode}.`));
      });
    });
    call.end();
  });
}

const timingOf = (headers: NodeJS.Dict<string | string[]>) =>
  String(headers['server-timing'] ?? '');
