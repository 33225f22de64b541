import { createActivities } from '#activities/index.ts';
import { taskQueues } from '#domain/names.ts';
import type { Relay } from '#server/relay/relay.ts';
import { openApp, type TestApp } from './app.ts';
import { startEngine, type Engine } from './engine.ts';
import { serveApp } from './page.ts';
import { relayBetween } from './relay.ts';
import { openSendingWorld, type SendingWorld } from './sending.ts';

/** Everything that runs in production, in this process: app, relay, workers, engine, sandbox. */
export interface RunningWorld extends SendingWorld {
  app: TestApp;
  url: string;
  engine: Engine;
  relay: Relay;
}

/**
 * Alder & Tide at work on a Tuesday morning; what a phone writes comes back by webhook.
 * @param temporal address of an engine other than this run's
 */
export async function runWorld(temporal?: string): Promise<RunningWorld> {
  const place: { app?: TestApp } = {};
  // The address must be known before the app is made that is served there.
  const served = await serveApp({ fetch: (request) => place.app?.app.fetch(request) ?? notYet() });
  const world = await openSendingWorld(served.url);
  const { deps } = openApp(world);
  const app = openApp(world, { env: { ...deps.env, PUBLIC_URL: served.url } });
  place.app = app;
  const engine = await startEngine(byQueue(world), temporal);
  const relay = await relayBetween(world, engine);
  return { ...world, app, url: served.url, engine, relay, end };

  async function end(): Promise<void> {
    await relay.stop();
    await engine.close();
    await served.close();
    await world.end();
  }
}

const notYet = () => new Response(null, { status: 503 });

function byQueue({ world }: SendingWorld) {
  const names = new Map(Object.entries(taskQueues).map(([name, queue]) => [queue, name]));
  return Object.fromEntries(
    createActivities(world).map(({ taskQueue, activities }) => [names.get(taskQueue), activities]),
  ) as Parameters<typeof startEngine>[0];
}
