import { openJournal } from './journal.ts';
import type { Entry } from './state/entry.ts';
import type { Accepted, Message } from './state/message.ts';
import { apply, emptyWorld, type World } from './state/world.ts';

/**
 * Changes the world at once; resolves when the change can no longer be lost. A rejection (a full
 * disk) is nobody's to handle: a judge that cannot write must stop.
 */
export type RecordEntry = (entry: Entry) => Promise<void>;

/** The world, and the one way to change it. */
export interface Store {
  readonly world: World;
  readonly record: RecordEntry;
  /** Resolves once the message is safely taken. */
  accept: (draft: Draft) => Promise<Message>;
  /** A webhook given as a path lies under the app's public address. */
  resolve: (address: string) => string;
  close: () => Promise<void>;
}

export type Draft = Omit<Accepted, 'seq' | 'acceptedAt'>;

export async function openStore(file: string, publicUrl: string): Promise<Store> {
  const world = emptyWorld();
  const journal = await openJournal<Entry>(file, (entry) => apply(world, entry));

  function record(entry: Entry): Promise<void> {
    apply(world, entry);
    return journal.append(entry);
  }

  return {
    world,
    record,
    async accept(draft) {
      const message = { ...draft, seq: world.order.length, acceptedAt: Date.now() };
      await record({ kind: 'accepted', message });
      return world.messages.get(draft.sid)!;
    },
    resolve: (address) => (address.startsWith('/') ? publicUrl + address : address),
    close: () => journal.close(),
  };
}
