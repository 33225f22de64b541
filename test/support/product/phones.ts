/** What the provider took, as it stands there. */
export interface Taken {
  sid: string;
  from: string;
  to: string;
  body: string;
  madeBy: 'api' | 'phone' | 'provider';
  status: string;
  acceptedAt: string;
  seq: number;
  statusCallback: string | null;
  statuses: { status: string; at: string; told: boolean }[];
}

export interface ShownOnPhone {
  direction: 'in' | 'out';
  madeBy: Taken['madeBy'];
  from: string;
  to: string;
  body: string;
  status: string;
}

/** The other side: the phones, the switches, and the judge of what was really taken for sending. */
export interface Phones {
  ledger: (filter?: Record<string, string>) => Promise<Taken[]>;
  /** What a phone shows, oldest first. */
  shownOn: (number: string) => Promise<ShownOnPhone[]>;
  /** A person writes; without `to` they answer whoever wrote last. */
  write: (from: string, says: { body?: string; to?: string; media?: 'picture' }) => Promise<void>;
  faults: (settings: object) => Promise<void>;
  /** How often each fault has struck. */
  struck: () => Promise<Record<string, number>>;
  /** Makes an account and its numbers known. */
  know: (account: object) => Promise<void>;
}

export function phonesOf(url: string): Phones {
  return {
    ledger: async (filter = {}) =>
      ((await get(`/ledger?${new URLSearchParams(filter)}`)) as { messages: Taken[] }).messages,
    shownOn: async (number) =>
      ((await get(`/sandbox/phones/${number}`)) as { messages: ShownOnPhone[] }).messages,
    write: (from, says) => send('POST', `/sandbox/phones/${from}/messages`, says),
    faults: (settings) => send('PUT', '/sandbox/faults', settings),
    struck: async () => (await get('/sandbox/faults/struck')) as Record<string, number>,
    know: (account) => send('POST', '/sandbox/accounts', account),
  };

  async function get(path: string): Promise<unknown> {
    return (await fetch(url + path)).json();
  }

  async function send(method: string, path: string, body: object): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The sandbox says ${answer.status}: ${await answer.text()}`);
  }
}
