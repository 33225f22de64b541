import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { rows, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Product } from '#test/support/product.ts';
import type { Evidence } from './evidence.ts';
import { sendIdIn } from './judge/counts.ts';
import type { Violation } from './judge/violation.ts';

/** One line of a life, with its real instant in epoch milliseconds. */
interface Moment {
  at: number;
  what: string;
}

/** The whole life of what a violation is about, in order of real time: provider, ledger, events, engine, kills. */
export async function lifeOf(
  product: Product,
  evidence: Evidence,
  { about }: Violation,
): Promise<string> {
  const number = numberOf(evidence, about);
  const sends = evidence.sends.filter(({ address, id }) => address === number || id === about);
  const walks = evidence.walks.filter(({ address, id }) => address === number || id === about);
  const moments: Moment[] = [
    ...provider(evidence, number),
    ...sends.map(({ calledAt, ...send }) => ({
      at: calledAt ?? 0,
      what: `ledger: ${send.intentKey} is ${send.state}, attempt ${send.attempt}, ${send.providerId ?? 'no provider id'}, ${send.errorCode ?? ''}`,
    })),
    ...(await storedEvents(
      product,
      sends.flatMap(({ providerId }) => providerId ?? []),
    )),
    ...(await engineOf(
      product,
      walks.map(({ id }) => id),
    )),
    ...evidence.moves.map(({ from, offsetMs }) => ({
      at: from,
      what: `clock: offset ${offsetMs} ms`,
    })),
  ];
  const times = moments.map(({ at }) => at).filter((at) => at > 0);
  const near = evidence.kills.filter(
    ({ at }) => at > Math.min(...times) - 15_000 && at < Math.max(...times) + 15_000,
  );
  const all = [
    ...moments,
    ...near.map(({ at, part, place }) => ({ at, what: `kill: ${part}, ${place}` })),
  ];
  const passports = sends.map(
    ({ id, passport }) => `passport of ${id}: ${JSON.stringify(passport)}`,
  );
  return [
    `the life of ${number ?? about}, ${walks.map(({ zone, ending }) => `${zone}, ended ${ending ?? 'not'}`).join('; ')}`,
    ...all
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, what }) => `  ${at ? new Date(at).toISOString() : '-'.repeat(24)}  ${what}`),
    ...passports.map((line) => `  ${line}`),
  ].join('\n');
}

function numberOf({ sends, walks }: Evidence, about: string): string | undefined {
  if (about.startsWith('+')) return about;
  return [...sends, ...walks].find(({ id }) => id === about)?.address;
}

function provider({ taken, written }: Evidence, number: string | undefined): Moment[] {
  return [
    ...taken
      .filter(({ to }) => to === number)
      .flatMap((message) => [
        {
          at: Date.parse(message.acceptedAt),
          what: `provider: takes ${message.sid} of send ${sendIdIn(message.statusCallback) ?? 'none'}: ${message.body}`,
        },
        ...message.statuses.map(({ status, at, told }) => ({
          at: Date.parse(at),
          what: `provider: ${message.sid} is ${status}${told ? ', told' : ''}`,
        })),
      ]),
    ...written
      .filter(({ from }) => from === number)
      .map(({ acceptedAt, body }) => ({
        at: Date.parse(acceptedAt),
        what: `phone writes: ${body}`,
      })),
  ];
}

async function storedEvents({ database }: Product, providerIds: string[]): Promise<Moment[]> {
  const found = await rows<{ at: number; key: string; state: string; reason: string | null }>(
    database.fork(),
    sql`select (extract(epoch from received_at) * 1000)::float8 as at, dedupe_key as key, state, reason from provider_event
      where order_key = any(${providerIds}) order by id`,
  );
  return found.map(({ at, key, state, reason }) => ({
    at,
    what: `event: ${key} ${state} ${reason ?? ''}`,
  }));
}

async function engineOf(product: Product, membershipIds: string[]): Promise<Moment[]> {
  const connection = await Connection.connect({ address: product.temporalAddress });
  const client = new Client({ connection });
  try {
    const lives = await Promise.all(
      membershipIds.map((id) =>
        client.workflow
          .getHandle(workflowIds.membership(id))
          .fetchHistory()
          .then(eventsIn, () => []),
      ),
    );
    return lives.flat();
  } finally {
    await connection.close();
  }
}

function eventsIn(history: Parameters<typeof historyToJSON>[0]): Moment[] {
  const { events } = JSON.parse(historyToJSON(history)) as {
    events: { eventId: string; eventTime: string; eventType: string }[];
  };
  return events.map(({ eventId, eventTime, eventType }) => ({
    at: Date.parse(eventTime),
    what: `engine: ${eventId} ${eventType.replace('EVENT_TYPE_', '').toLowerCase()}`,
  }));
}
