import { rows, firstRow, sql } from '#db/sql.ts';
import type { Passport } from '#domain/sending/passport.ts';
import type { Taken } from '#test/support/product/phones.ts';
import type { Product } from '#test/support/product.ts';
import { importCounts, openWorkflows } from '#test/stories/steps/judge.ts';
import type { Move } from './clock.ts';
import type { Firm } from './firm.ts';
import type { Kill } from './kills.ts';
import { persistently } from './persistently.ts';
import type { GivenOrder } from './traffic.ts';

/** A row of our ledger, instants as epoch milliseconds; those of the call are real time. */
export interface OurSend {
  id: string;
  intentKey: string;
  purpose: string;
  state: string;
  providerId: string | null;
  address: string;
  calledAt: number | null;
  attempt: number;
  errorCode: string | null;
  passport: Passport | null;
}

export interface OurWalk {
  id: string;
  campaignId: string;
  address: string;
  zone: string;
  state: string;
  ending: string | null;
}

/** A stop as it was stored: from that real instant on no send may begin. */
export interface StoredStop {
  address: string;
  at: number;
}

export interface ListOutcome {
  state: string;
  created: number;
  rejected: number;
  contacts: number;
}

/** All that a judgement needs: what the provider took, what we say of it, and what was done to the product. */
export interface Evidence {
  firm: Firm;
  moves: readonly Move[];
  kills: readonly Kill[];
  orders: readonly GivenOrder[];
  /** How many callbacks the provider has lost on purpose: so many states may be behind. */
  lostCallbacks: number;
  /** Taken for sending by the provider, in the order of acceptance. */
  taken: readonly Taken[];
  /** What people wrote on their phones. */
  written: readonly Taken[];
  sends: readonly OurSend[];
  walks: readonly OurWalk[];
  stops: readonly StoredStop[];
  /** The provider's ids of inbound messages as the inbox shows them, each as often as it does. */
  heard: readonly string[];
  /** Ids of the orders that were recorded. */
  recordedOrders: readonly string[];
  campaigns: readonly { id: string; state: string }[];
  deadLetters: readonly { id: string; reason: string | null }[];
  /** What became of the lists that were imported meanwhile. */
  lists: readonly ListOutcome[];
  left: { outbox: number; events: number; workflows: number };
}

export async function gather(
  product: Product,
  done: Pick<Evidence, 'firm' | 'moves' | 'kills' | 'orders' | 'lostCallbacks'> & {
    listIds: readonly string[];
  },
): Promise<Evidence> {
  const { firm } = done;
  const em = product.database.fork();
  const of = firm.workspaceId;
  const ledger = await product.phones.ledger({ direction: 'all' });
  const sends = await rows<OurSend>(
    em,
    sql`select s.id, s.intent_key as "intentKey", s.purpose, s.state, s.provider_id as "providerId",
      a.value as address, s.attempt, s.error_code as "errorCode", s.passport,
      (extract(epoch from s.call_started_at) * 1000)::float8 as "calledAt"
    from send s join address a on a.id = s.address_id where s.workspace_id = ${of} order by s.id`,
  );
  const walks = await rows<OurWalk>(
    em,
    sql`select m.id, m.campaign_id as "campaignId", a.value as address, c.zone, m.state, m.ending
    from membership m join address a on a.id = m.address_id join contact c on c.id = m.contact_id
    where m.workspace_id = ${of} and m.campaign_id = any(${firm.campaigns.map(({ id }) => id)}::uuid[])`,
  );
  const stops = await rows<{ address: string; receivedAt: number; recordedAt: number }>(
    em,
    sql`select a.value as address, (extract(epoch from e.received_at) * 1000)::float8 as "receivedAt",
      (extract(epoch from s.recorded_at) * 1000)::float8 as "recordedAt"
    from suppression s join address a on a.id = s.address_id
    join provider_event e on e.id = (s.evidence->>'eventId')::uuid
    where s.workspace_id = ${of} and s.channel = 'sms' and s.reason = 'keyword'`,
  );
  const heard = await rows<{ sid: string }>(
    em,
    sql`select provider_id as sid from interaction where workspace_id = ${of} and direction = 'in' and provider_id is not null`,
  );
  const recorded = await rows<{ id: string }>(
    em,
    sql`select id from "order" where workspace_id = ${of}`,
  );
  return {
    ...done,
    taken: ledger.filter(({ madeBy }) => madeBy === 'api'),
    written: ledger.filter(({ madeBy }) => madeBy === 'phone'),
    sends,
    walks,
    stops: stops.map((stop) => ({ address: stop.address, at: realInstant(stop, done.moves) })),
    heard: heard.map(({ sid }) => sid),
    recordedOrders: recorded.map(({ id }) => id),
    campaigns: await rows(em, sql`select id, state from campaign where workspace_id = ${of}`),
    deadLetters: await rows(
      em,
      sql`select id, reason from provider_event where workspace_id = ${of} and state = 'dead'`,
    ),
    lists: await listOutcomes(product, done.listIds),
    left: {
      ...(await leftovers(product)),
      workflows: await persistently(() => openWorkflows(product)),
    },
  };
}

async function listOutcomes(product: Product, ids: readonly string[]): Promise<ListOutcome[]> {
  const found = await Promise.all(ids.map((id) => importCounts(product, id)));
  return found.map((one) => one ?? { state: 'gone', created: 0, rejected: 0, contacts: 0 });
}

async function leftovers({ database }: Product) {
  const row = await firstRow<{ outbox: number; events: number }>(
    database.fork(),
    sql`select (select count(*) from outbox) as outbox, (select count(*) from provider_event where state = 'new') as events`,
  );
  return row ?? { outbox: 0, events: 0 };
}

/** A suppression is written on the business clock, under the lock of the address; in real time, that was then. */
function realInstant(
  { receivedAt, recordedAt }: { receivedAt: number; recordedAt: number },
  moves: readonly Move[],
): number {
  const possible = moves.map(({ offsetMs }) => recordedAt - offsetMs);
  return possible.reduce((best, at) =>
    Math.abs(at - receivedAt) < Math.abs(best - receivedAt) ? at : best,
  );
}
