import { json, startSandbox } from '../running.ts';

export const KEY = 'a-key-of-the-workspace';
export const SIGNING_KEY = 'c2VjcmV0LWtleS1mb3ItdGVzdHM=';
export const DATED_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
/** Webhooks of both families, as an account may bring them along. */
export const WEBHOOK = {
  url: '/webhooks/openphone/demo',
  signingKey: SIGNING_KEY,
  datedSecret: DATED_SECRET,
};
export const ENDS_AT = '2026-11-20T10:00:00.000Z';

/** A fiftieth of a whole workspace, with a rate that no test waits for. */
export const ACCOUNT = {
  provider: 'openphone',
  id: 'firm',
  key: KEY,
  seed: 7,
  size: 1 / 50,
  endsAt: ENDS_AT,
  settings: { requestsPerSecond: 10_000 },
} as const;

type Started = Awaited<ReturnType<typeof startSandbox>>;

/** A sandbox that stands in for Quo. */
export async function startQuo(
  account: object = {},
  options: Parameters<typeof startSandbox>[0] = {},
) {
  const sandbox = await startSandbox(options);
  await storeQuo(sandbox.url, account);
  return { ...sandbox, quo: quoClient(sandbox) };
}

export function storeQuo(url: string, account: object = {}): Promise<Response> {
  return send(`${url}/sandbox/accounts`, 'POST', { ...ACCOUNT, ...account });
}

export type Listed = {
  readonly data: readonly Row[];
  readonly totalItems: number;
  readonly nextPageToken: string | null;
};
export type Row = { readonly [field: string]: unknown } & { readonly id: string };

/** What tests ask of Quo, and of those who play the other side. */
export function quoClient({ url }: Pick<Started, 'url'>, key = KEY) {
  const headers = { Authorization: key };
  const get = (path: string) => fetch(`${url}/v1${path}`, { headers });
  const list = (path: string) => json<Listed>(get(path));

  /** Every page of a list, one after the other. */
  async function all(path: string): Promise<Row[]> {
    const rows: Row[] = [];
    let token: string | null = '';
    while (token !== null) {
      const more: string = token ? `&pageToken=${encodeURIComponent(token)}` : '';
      const page: Listed = await list(path + more);
      rows.push(...page.data);
      token = page.nextPageToken;
    }
    return rows;
  }

  return {
    get,
    list,
    all,
    one: async (path: string) => (await json<{ data: Row }>(get(path))).data,
    send: (path: string, method: string, body?: unknown) =>
      send(`${url}/v1${path}`, method, body, headers),
    settings: (change: object) => send(`${url}/sandbox/openphone/firm/settings`, 'PATCH', change),
    control: (path: string, method = 'GET', body?: unknown) =>
      send(`${url}/sandbox/openphone/firm${path}`, method, body),
  };
}

export type Quo = ReturnType<typeof quoClient>;

/** Hides all numbers of the firm but those with the most conversations: so many remain. */
export async function keepNumbers(quo: Quo, count: number): Promise<void> {
  const conversations = await quo.all('/conversations?maxResults=100');
  const busy = (id: string) => conversations.filter((one) => one['phoneNumberId'] === id).length;
  const ids = (await quo.list('/phone-numbers')).data.map(({ id }) => id);
  const idle = ids.toSorted((a, b) => busy(b) - busy(a)).slice(count);
  for (const id of idle) await quo.control(`/objects/${id}`, 'DELETE');
}

/** Where the messages or calls of a conversation are found. */
export function activityOf(
  conversation: Row,
  kind: 'messages' | 'calls',
  maxResults = 100,
): string {
  const query = new URLSearchParams({
    phoneNumberId: String(conversation['phoneNumberId']),
    maxResults: String(maxResults),
  });
  for (const one of conversation['participants'] as string[]) query.append('participants', one);
  return `/${kind}?${query}`;
}

/** Every message of the workspace, or every call: calls are asked for one person at a time. */
export async function everything(quo: Quo, kind: 'messages' | 'calls'): Promise<Row[]> {
  const found: Row[] = [];
  for (const conversation of await quo.all('/conversations?maxResults=100')) {
    const isGroup = (conversation['participants'] as string[]).length > 1;
    if (kind === 'messages' || !isGroup)
      found.push(...(await quo.all(activityOf(conversation, kind))));
  }
  return found;
}

function send(url: string, method: string, body: unknown, headers = {}): Promise<Response> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...content,
  });
}
