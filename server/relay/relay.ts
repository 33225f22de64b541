import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { BlobStore } from '#db/blobs.ts';
import type { StoredEvent } from '#db/events/stored-event.ts';
import { listen } from '#db/listen.ts';
import type { Database } from '#db/orm.ts';
import { freeAbandoned } from '#db/outbox/claim.ts';
import type { OutboxKind } from '#db/outbox.ts';
import { eventKinds } from '#domain/inbox/event-kind.ts';
import type { Engine } from '#server/engine.ts';
import { workEvents } from './events/work-events.ts';
import { createLane, type Lane } from './lane.ts';
import { workOutbox, type OutboxWork } from './outbox/work-outbox.ts';
import { startSweeps } from './sweeps.ts';

export interface RelayDeps {
  database: Database;
  databaseUrl: string;
  engine: Engine;
  blobs: BlobStore;
  log: Logger;
}

export interface Relay {
  isListening: () => boolean;
  stop: () => Promise<void>;
}

const channels = [...eventKinds, 'outbox'] as const;
type Heard = (typeof channels)[number];

const messages: OutboxKind[] = ['send.start', 'send.wake'];
const clocks: OutboxKind[] = ['clock.moved'];
const files: OutboxKind[] = ['file.unneeded'];
const others: OutboxKind[] = [
  'campaign.start',
  'campaign.wake',
  'membership.wake',
  'membership.ended',
  'import.start',
  'import.wake',
  'history.wake',
  'history.schedules',
  'openphone.fetch',
  'attachment.fetch',
  'account.check',
];

const listenerName = 'throughline-relay-listen';
/** So long the work waits for a database that is away. */
const patienceMs = 2000;

/**
 * Carries what was committed to those who must know: the outbox to the workflow engine and the store of
 * files, provider events into conversations and states. In lanes, so that no campaign delays an answer and no heap of
 * callbacks delays a reply. Several relays may run at once.
 */
export async function startRelay({
  database,
  databaseUrl,
  engine,
  blobs,
  log,
}: RelayDeps): Promise<Relay> {
  const up = Promise.withResolvers<void>();
  const heard: { by: (channel: Heard) => void } = { by: () => up.resolve() };
  const listener = listen(databaseUrl, {
    channels,
    name: listenerName,
    heard: (channel) => heard.by(channel),
  });
  await Promise.race([up.promise, sleep(patienceMs)]);
  if (listener.isUp()) {
    await database
      .transaction((em) => freeAbandoned(em, listenerName))
      .catch((error: unknown) =>
        log.warn({ err: error }, 'what a dead relay held waits its time out'),
      );
  }
  const lanes = createLanes({ database, engine, blobs, log });
  heard.by = (channel) => {
    for (const lane of lanes[channel]) lane.wake();
  };
  channels.forEach(heard.by);
  const stopSweeps = startSweeps(database, log);
  return {
    isListening: listener.isUp,
    stop: async () => {
      stopSweeps();
      await listener.close();
      await Promise.all(Object.values(lanes).flatMap((some) => some.map((lane) => lane.stop())));
    },
  };
}

/** Each lane is woken by what concerns it: a word that it looks for in vain costs two statements. */
function createLanes(
  deps: Pick<OutboxWork, 'database' | 'engine' | 'blobs' | 'log'>,
): Record<Heard, Lane[]> {
  const { database, log } = deps;
  const events = (name: string, kind: StoredEvent['kind'], slots = 3) =>
    createLane({ name, slots, log, work: () => workEvents({ database, kind, log }) });
  const orders = (name: string, some: Pick<OutboxWork, 'kinds' | 'limit' | 'leaseMs'>) =>
    createLane({ name, slots: 1, log, work: () => workOutbox({ ...deps, ...some }) });
  return {
    message: [events('messages-in', 'message')],
    status: [events('statuses', 'status')],
    call: [events('calls', 'call', 2)],
    directory: [events('directory', 'directory', 1)],
    outbox: [
      orders('messages-out', { kinds: messages, limit: 20, leaseMs: 30_000 }),
      orders('workflows', { kinds: others, limit: 50, leaseMs: 30_000 }),
      // A store that is away holds up nobody else.
      orders('files', { kinds: files, limit: 5, leaseMs: 300_000 }),
      orders('clocks', { kinds: clocks, limit: 1, leaseMs: 120_000 }),
    ],
  };
}
