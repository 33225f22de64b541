import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  url: URL;
  /** The JSON that the sandbox has answered. */
  body: Record<string, unknown> & { data?: unknown };
  status: number;
}

/** How the provider's answer is to be spoiled; undefined leaves it as it is. */
export type Spoil = (passing: Passing) => { status?: number; body: unknown } | undefined;

/** Stands before the sandbox and spoils what it says. */
export async function startOddProvider(sandboxUrl: string) {
  const state: { spoil: Spoil; ask: (url: URL) => void } = {
    spoil: () => undefined,
    ask: () => {},
  };
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', sandboxUrl);
      asked.push(`${request.method} ${url.pathname}${url.search}`);
      state.ask(url);
      const answer = await fetch(url, {
        headers: { Authorization: request.headers.authorization ?? '' },
      });
      const body = (await answer.json()) as Passing['body'];
      const spoiled = state.spoil({ url, body, status: answer.status });
      response.writeHead(spoiled?.status ?? answer.status, { 'Content-Type': 'application/json' });
      response.end(
        typeof spoiled?.body === 'string' ? spoiled.body : JSON.stringify(spoiled?.body ?? body),
      );
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
