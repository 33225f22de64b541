import { join } from 'node:path';
import type { Logger } from 'pino';
import { createFaults, type Faults } from './faults/faults.ts';
import { createOpenphone, type Openphone } from './openphone/openphone.ts';
import { statusEvents } from './openphone/status-events.ts';
import type { Message } from './state/message.ts';
import { openStore, type Store } from './store.ts';
import { createTimers } from './timers.ts';
import { createInbound, type Inbound } from './twilio/inbound.ts';
import { createStatusCallbacks, type StatusCallbacks } from './twilio/status-callbacks.ts';
import { createWalk, type Pace, type Walk } from './twilio/walk.ts';
import { createWebhooks, type Patience } from './twilio/webhooks.ts';

export type SandboxOptions = {
  /** The journal lies in `<dataDir>/sandbox/journal.jsonl`. */
  readonly dataDir: string;
  /** The app's public address: webhooks given as paths lie under it, and the page links to it. */
  readonly publicUrl: string;
  readonly log: Logger;
  readonly pace?: Pace;
  readonly patience?: Patience;
};

/** All parts of the sandbox, joined; the HTTP face is `createApp`. */
export type Sandbox = {
  readonly store: Store;
  readonly faults: Faults;
  readonly walk: Walk;
  readonly inbound: Inbound;
  readonly openphone: Openphone;
  readonly publicUrl: string;
  readonly log: Logger;
  /** Stops all timers and closes the journal; what was not told is told at the next start. */
  close: () => Promise<void>;
};

const PACE: Pace = { fastestMs: 300, slowestMs: 900 };

/** Waits of 0.25 s doubling to 30 s: an outage of some two minutes is survived. */
const PATIENCE: Patience = { retries: 10, firstWaitMs: 250 };

/** Reads the journal, takes up every walk and webhook where it stood, and is ready. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { log, pace = PACE, patience = PATIENCE } = options;
  const publicUrl = options.publicUrl.replace(/\/$/, '');
  const store = await openStore(join(options.dataDir, 'sandbox', 'journal.jsonl'), publicUrl);
  const timers = createTimers();
  const faults = createFaults();
  const deliver = createWebhooks({ timers, patience, log });
  const openphone = createOpenphone({ store, faults, timers, log, stepMs: pace.slowestMs });
  const callbacks = byProvider({
    twilio: createStatusCallbacks({ store, faults, timers, deliver }),
    openphone: statusEvents(store, openphone.events),
  });
  const walk = createWalk({ store, faults, timers, pace, callbacks });
  const inbound = createInbound({ store, faults, timers, walk, deliver });

  for (const message of store.world.order) {
    if (message.origin === 'phone' && !message.openphone) inbound.tellAgain(message);
    else callbacks.tellAgain(message);
    walk.begin(message);
  }
  openphone.goOn();

  async function close(): Promise<void> {
    timers.close();
    await store.close();
  }
  return { store, faults, walk, inbound, openphone, publicUrl, log, close };
}

function byProvider(all: Record<'twilio' | 'openphone', StatusCallbacks>): StatusCallbacks {
  const of = (message: Message) => (message.openphone ? all.openphone : all.twilio);
  return {
    tell: (message, mark) => of(message).tell(message, mark),
    tellAgain: (message) => of(message).tellAgain(message),
  };
}
