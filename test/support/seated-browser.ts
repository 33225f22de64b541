import type { Page } from 'playwright-core';
import { openApp } from './app.ts';
import { launchBrowser, serveApp } from './page.ts';
import { signIn } from './sign-in.ts';
import type { TestWorld } from './world.ts';

export interface SeatedBrowser {
  url: string;
  /** A page of somebody who is signed in. Everyone of one browser is the one who signed in last. */
  open: (
    user: { id: string },
    path: string,
    size?: { width?: number; scheme?: 'light' | 'dark' },
  ) => Promise<Page>;
  close: () => Promise<void>;
}

/** The whole app on a port of its own, and a browser to look at it. */
export async function openSeatedBrowser(world: TestWorld): Promise<SeatedBrowser> {
  const stopping = new AbortController();
  // The address is known only once it listens, and forms are taken from that address alone.
  const app: { fetch: (request: Request) => Response | Promise<Response> } = {
    fetch: () => new Response('starting'),
  };
  const server = await serveApp({ fetch: (request: Request) => app.fetch(request) });
  const { env } = openApp(world).deps;
  const options = { env: { ...env, PUBLIC_URL: server.url }, stopping: stopping.signal };
  app.fetch = openApp(world, options).app.fetch;
  const browser = await launchBrowser();
  return {
    url: server.url,
    open: async (user, path, size) => {
      const [name = '', value = ''] = (await signIn(world.database, { userId: user.id })).split(
        '=',
      );
      await browser.context.addCookies([{ name, value, url: server.url }]);
      const page = await browser.open(size);
      await page.goto(server.url + path);
      return page;
    },
    close: async () => {
      stopping.abort();
      await browser.close();
      await server.close();
    },
  };
}
