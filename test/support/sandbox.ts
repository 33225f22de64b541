import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { account } from '#db/seeds/alder-and-tide/firm.ts';
import { createApp } from '../../sandbox/app.tsx';
import { openSandbox } from '../../sandbox/sandbox.ts';

export interface LedgerMessage {
  sid: string;
  from: string;
  to: string;
  body: string;
  statusCallback: string | null;
  madeBy: 'api' | 'phone' | 'provider';
}

export interface TestSandbox {
  url: string;
  /** What it accepted, in order: the judge. */
  ledger: () => Promise<LedgerMessage[]>;
  faults: (settings: object) => Promise<void>;
  /** A person writes to one of our numbers. */
  write: (phone: string, message: { to: string; body: string; media?: 'picture' }) => Promise<void>;
  close: () => Promise<void>;
}

/** The provider's double in this process, which knows the account of Alder & Tide. */
export async function startAlderSandbox(publicUrl: string): Promise<TestSandbox> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-sandbox-'));
  const sandbox = await openSandbox({
    dataDir,
    publicUrl,
    log: pino({ level: 'silent' }),
    pace: { fastestMs: 5, slowestMs: 15 },
  });
  const server = serve({
    fetch: createApp(sandbox).fetch,
    hostname: '127.0.0.1',
    port: 0,
  }) as Server;
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await send('POST', '/sandbox/accounts', {
    sid: account.sid,
    token: account.token,
    webhook: { messages: `/webhooks/twilio/${account.key}/messages` },
    numbers: account.senders.map(({ value }) => ({
      number: value,
      confirms: 'us',
      ratePerSecond: 1000,
    })),
  });
  return {
    url,
    ledger: async () =>
      ((await (await fetch(`${url}/ledger`)).json()) as { messages: LedgerMessage[] }).messages,
    faults: (settings) => send('PUT', '/sandbox/faults', settings),
    write: (phone, message) => send('POST', `/sandbox/phones/${phone}/messages`, message),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };

  async function send(method: string, path: string, body: object): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The sandbox says ${answer.status}: ${await answer.text()}`);
  }
}
