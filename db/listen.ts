import { Client } from 'pg';
import type { Channel } from './notifier.ts';

export interface Listener {
  /** Whether it hears at this moment; where it does not, its owner's poll has to do. */
  isUp: () => boolean;
  close: () => Promise<void>;
}

const LONGEST_PAUSE_MS = 5000;

/**
 * Listens on a connection of its own (a pooler in transaction mode would drop it) and comes back by
 * itself. `heard` is called for each word, and for every channel whenever it came back, since words
 * were missed.
 */
export function listen<C extends Channel>(
  url: string,
  { channels, name, heard }: { channels: readonly C[]; name: string; heard: (channel: C) => void },
): Listener {
  const state: { client: Client | null; closed: boolean; timer: NodeJS.Timeout | undefined } = {
    client: null,
    closed: false,
    timer: undefined,
  };
  void connect(100);
  return {
    isUp: () => state.client !== null,
    close: async () => {
      state.closed = true;
      clearTimeout(state.timer);
      await state.client?.end().catch(() => undefined);
    },
  };

  async function connect(pauseMs: number): Promise<void> {
    const client = new Client({
      connectionString: url,
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    const lost = once(() => {
      state.client = null;
      client.end().catch(() => undefined);
      if (state.closed) return;
      const next = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      state.timer = setTimeout(() => void connect(next), pauseMs);
    });
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel }) => heard(channel as C));
    try {
      await client.connect();
      await client.query(channels.map((channel) => `listen ${channel}`).join('; '));
    } catch {
      return lost();
    }
    if (state.closed) return void client.end().catch(() => undefined);
    state.client = client;
    pauseMs = 100;
    channels.forEach(heard);
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
