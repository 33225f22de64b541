import type { EventKind } from '#domain/inbox/event-kind.ts';
import type { Db } from './orm.ts';
import { run, sql } from './sql.ts';

/**
 * Channels of LISTEN: `ui` wakes the web processes, the others each their lanes of the relay, `outbox`
 * those of the outbox, a kind of events that of these events.
 */
export type Channel = 'ui' | 'outbox' | EventKind;

const QUIET_MS = 50;
const marked = new WeakMap<object, Set<Channel>>();

/** Remembers that listeners of `channel` must be woken once the transaction of `em` has committed. */
export function wakeAfterCommit(em: Db, channel: Channel): void {
  const channels = marked.get(em);
  if (!channels) throw new Error('Tell others only within database.transaction().');
  channels.add(channel);
}

/**
 * Wakes listeners after commit and on a connection of its own: a NOTIFY inside the transaction would
 * take a lock over the whole database at commit. At most one a channel in 50 ms; a lost one costs
 * the listener its next poll, never a row.
 */
export function createNotifier(fork: () => Db) {
  const timers = new Map<Channel, NodeJS.Timeout>();
  const again = new Set<Channel>();
  const pending = new Set<Promise<unknown>>();

  return { afterCommit, close };

  async function afterCommit<T>(work: (watch: (em: Db) => Db) => Promise<T>): Promise<T> {
    let channels = new Set<Channel>();
    const result = await work((em) => {
      channels = new Set();
      marked.set(em, channels);
      return em;
    });
    for (const channel of channels) wake(channel);
    return result;
  }

  function wake(channel: Channel): void {
    if (timers.has(channel)) {
      again.add(channel);
    } else {
      notify(channel);
      timers.set(channel, setTimeout(() => quietOver(channel), QUIET_MS).unref());
    }
  }

  function quietOver(channel: Channel): void {
    timers.delete(channel);
    if (again.delete(channel)) wake(channel);
  }

  function notify(channel: Channel): void {
    const sent = run(fork(), sql`select pg_notify(${channel}, '')`)
      // The listener polls as well; what failed here only waits for that.
      .catch(() => undefined)
      .finally(() => pending.delete(sent));
    pending.add(sent);
  }

  async function close(): Promise<void> {
    for (const timer of timers.values()) clearTimeout(timer);
    for (const channel of again) notify(channel);
    await Promise.all(pending);
  }
}
