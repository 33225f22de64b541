import type { Logger } from 'pino';
import type { Faults } from '../faults/faults.ts';
import type { Store } from '../store.ts';
import type { Timers } from '../timers.ts';
import { createDoors, type Doors } from './door.ts';
import { type Calls, createCalls } from './playing/calls.ts';
import { createQuoInbound, type QuoInbound } from './playing/inbound.ts';
import { createDeliver } from './webhooks/deliver.ts';
import { createEvents, type Events } from './webhooks/events.ts';

/** What stands in for Quo, joined. */
export type Openphone = {
  readonly doors: Doors;
  readonly events: Events;
  readonly inbound: QuoInbound;
  readonly calls: Calls;
  /** After a restart: events that were not taken, calls that had still to go on. */
  goOn: () => void;
};

export function createOpenphone(parts: {
  readonly store: Store;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly log: Logger;
  readonly stepMs: number;
}): Openphone {
  const { store, timers, log } = parts;
  const doors = createDoors();
  const deliver = createDeliver({ timers, log });
  const events = createEvents({ ...parts, doors, deliver });
  const calls = createCalls({ ...parts, events });
  return {
    doors,
    events,
    calls,
    inbound: createQuoInbound({ store, events }),
    goOn() {
      for (const workspace of store.world.openphone.values()) {
        events.tellAgain(workspace);
        calls.goOn(workspace);
      }
    },
  };
}
