import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from '../../sandbox/app.tsx';
import { openSandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';

export const ACCOUNT = 'AC000000000000000000000000000000d0';
export const TOKEN = 'a-token-of-the-demo';
/** The provider confirms here, and keeps its own list of who left. */
export const PROVIDER_CONFIRMS = '+16035550161';
/** Here the firm confirms by itself. */
export const WE_CONFIRM = '+16035550162';
export const RUTH = '+16035550118';
export const GEORGE = '+12075550156';

export type Posted = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: { readonly [name: string]: string };
  readonly raw: string;
};

/** The app's side: takes webhooks down and answers what `answer` says. */
export async function startReceiver(onPort = 0) {
  const posted: Posted[] = [];
  const state = { answer: (): number => 204 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const form = Object.fromEntries(new URLSearchParams(raw));
      posted.push({ path: request.url ?? '', headers: request.headers, form, raw });
      response.writeHead(state.answer()).end();
    });
  });
  const port = await listen(server, onPort);
  return {
    posted,
    state,
    port,
    url: `http://127.0.0.1:${port}`,
    statuses: () => posted.map((one) => one.form['MessageStatus']).filter(Boolean),
    close: () => stop(server),
  };
}

/** A sandbox of its own on a free port, with one account of two numbers. */
export async function startSandbox(options: Partial<SandboxOptions> & { rate?: number } = {}) {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'sandbox-')));
  const receiver = await startReceiver();
  const sandbox = await openSandbox({
    publicUrl: receiver.url,
    log: pino({ level: 'silent' }),
    pace: { fastestMs: 5, slowestMs: 15 },
    patience: { retries: 6, firstWaitMs: 20 },
    ...options,
    dataDir,
  });
  const app = createApp(sandbox);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await storeAccount(url, options.rate ?? 1000);
  return {
    ...client(url),
    receiver,
    dataDir,
    async close() {
      await stop(server);
      await sandbox.close();
      await receiver.close();
      if (!options.dataDir) await rm(dataDir, { recursive: true });
    },
  };
}

/** Everything that tests say to a sandbox, in-process or spawned. */
export function client(url: string) {
  const api = `${url}/2010-04-01/Accounts/${ACCOUNT}`;
  const headers = { Authorization: basic(ACCOUNT, TOKEN) };
  const post = (path: string, body: unknown, method = 'POST') =>
    fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    url,
    api,
    authorization: headers.Authorization,
    get: (path: string) => fetch(api + path, { headers }),
    create: (fields: Record<string, string>) =>
      fetch(`${api}/Messages.json`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({
          From: PROVIDER_CONFIRMS,
          To: RUTH,
          Body: 'Hello Ruth',
          ...fields,
        }),
      }),
    faults: (settings: object) => post('/sandbox/faults', settings, 'PUT'),
    write: (phone: string, says: object) => post(`/sandbox/phones/${phone}/messages`, says),
    ledger: async (query = '') =>
      (await json<{ messages: LedgerRow[] }>(fetch(`${url}/ledger${query}`))).messages,
    phone: async (number: string) =>
      (await json<{ messages: Shown[] }>(fetch(`${url}/sandbox/phones/${number}`))).messages,
  };
}

export type Shown = {
  readonly sid: string;
  readonly direction: 'in' | 'out';
  readonly madeBy: 'api' | 'phone' | 'provider';
  readonly body: string;
  readonly media: readonly string[];
  readonly status: string;
};

export type LedgerRow = Shown & {
  readonly provider: 'twilio' | 'openphone';
  readonly seq: number;
  readonly from: string;
  readonly to: string;
  readonly acceptedAt: string;
  readonly statusCallback: string | null;
  readonly fields: { readonly [name: string]: string };
  readonly errorCode: number | null;
  readonly statuses: readonly {
    readonly status: string;
    readonly at: string;
    readonly told: boolean;
  }[];
};

export function storeAccount(url: string, ratePerSecond: number): Promise<Response> {
  return fetch(`${url}/sandbox/accounts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      sid: ACCOUNT,
      token: TOKEN,
      webhook: { messages: '/webhooks/twilio/demo/messages' },
      numbers: [
        { number: PROVIDER_CONFIRMS, confirms: 'provider', ratePerSecond },
        { number: WE_CONFIRM, confirms: 'us', ratePerSecond },
      ],
    }),
  });
}

export async function json<T = Record<string, string>>(
  answer: Promise<Response> | Response,
): Promise<T> {
  return (await (await answer).json()) as T;
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
