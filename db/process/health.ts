import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { register } from 'prom-client';

export interface HealthOptions {
  /** All answer alike; 0 takes any free port. */
  ports: readonly number[];
  host?: string;
  /** What the process needs for its work, by name; all true is ready. */
  ready: () => Promise<Record<string, boolean>>;
}

export interface Health {
  /** Where it listens, in the order asked for. */
  ports: readonly number[];
  /** From now on the process is not ready, so that it is given no more work. */
  stop: () => void;
  close: () => Promise<void>;
}

/**
 * `/healthz` (does it live), `/readyz` (may it be given work) and `/metrics` for a process without
 * pages. @throws when a port is taken
 */
export async function serveHealth({
  ports,
  host = '127.0.0.1',
  ready,
}: HealthOptions): Promise<Health> {
  const state = { stopping: false };
  const servers = await Promise.all([...new Set(ports)].map(listen));
  return {
    ports: servers.map(portOf),
    stop: () => void (state.stopping = true),
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };

  async function listen(port: number): Promise<Server> {
    const server = createServer((request, response) => {
      answer(request.url ?? '/', response).catch(() => response.writeHead(500).end());
    });
    server.listen(port, host);
    await once(server, 'listening');
    return server;
  }

  async function answer(url: string, response: ServerResponse): Promise<void> {
    switch (url) {
      case '/healthz':
        return json(response, 200, { ok: true });
      case '/readyz': {
        const parts = await ready();
        const ok = !state.stopping && Object.values(parts).every(Boolean);
        return json(response, ok ? 200 : 503, { ok, ...parts });
      }
      case '/metrics':
        response.writeHead(200, { 'content-type': register.contentType });
        response.end(await register.metrics());
        return;
      default:
        response.writeHead(404).end();
    }
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
