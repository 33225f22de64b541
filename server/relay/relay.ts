import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { listen } from '#db/listen.ts';
import type { Database } from '#db/orm.ts';
import { freeAbandoned } from '#db/outbox/claim.ts';
import type { OutboxKind } from '#db/outbox.ts';
import type { Engine } from '#server/engine.ts';
import { workEvents } from './events/work-events.ts';
import { createLane } from './lane.ts';
import { workOutbox } from './outbox/work-outbox.ts';
import { startSweeps } from './sweeps.ts';

export interface RelayDeps {
  database: Database;
  databaseUrl: string;
  engine: Engine;
  log: Logger;
}

export interface Relay {
  isListening: () => boolean;
  stop: () => Promise<void>;
}

const messages: OutboxKind[] = ['send.start', 'send.wake'];
const clocks: OutboxKind[] = ['clock.moved'];
const others: OutboxKind[] = [
  'campaign.start',
  'campaign.wake',
  'membership.wake',
  'membership.ended',
  'import.start',
  'import.wake',
  'attachment.fetch',
  'account.check',
];

const listenerName = 'throughline-relay-listen';
/** So long the work waits for a database that is away. */
const patienceMs = 2000;

/**
 * Carries what was committed to those who must know: the outbox to the workflow engine, provider
 * events into conversations and states. In lanes, so that no campaign delays an answer and no heap of
 * callbacks delays a reply. Several relays may run at once.
 */
export async function startRelay({
  database,
  databaseUrl,
  engine,
  log,
}: RelayDeps): Promise<Relay> {
  const outbox = { database, engine, log };
  const up = Promise.withResolvers<void>();
  const heard = { by: () => up.resolve() };
  const listener = listen(databaseUrl, {
    channel: 'relay',
    name: listenerName,
    heard: () => heard.by(),
  });
  await Promise.race([up.promise, sleep(patienceMs)]);
  if (listener.isUp()) await database.transaction((em) => freeAbandoned(em, listenerName));
  const lanes = [
    createLane({
      name: 'messages-in',
      slots: 3,
      log,
      work: () => workEvents({ database, kind: 'message', log }),
    }),
    createLane({
      name: 'statuses',
      slots: 3,
      log,
      work: () => workEvents({ database, kind: 'status', log }),
    }),
    createLane({
      name: 'messages-out',
      slots: 1,
      log,
      work: () => workOutbox({ ...outbox, kinds: messages, limit: 20, leaseMs: 30_000 }),
    }),
    createLane({
      name: 'workflows',
      slots: 1,
      log,
      work: () => workOutbox({ ...outbox, kinds: others, limit: 50, leaseMs: 30_000 }),
    }),
    createLane({
      name: 'clocks',
      slots: 1,
      log,
      work: () => workOutbox({ ...outbox, kinds: clocks, limit: 1, leaseMs: 120_000 }),
    }),
  ];
  const wake = () => {
    for (const lane of lanes) lane.wake();
  };
  heard.by = wake;
  wake();
  const stopSweeps = startSweeps(database, log);
  return {
    isListening: listener.isUp,
    stop: async () => {
      stopSweeps();
      await listener.close();
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}
