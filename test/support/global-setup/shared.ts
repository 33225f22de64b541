interface Stoppable {
  stop: () => Promise<void>;
}

/**
 * One server for all projects of a run, begun by the first that needs it and stopped by the last.
 * Each project loads this module anew, so the count lies on the global object.
 */
export function sharedByProjects<Server extends Stoppable>(
  name: string,
  start: () => Promise<Server>,
) {
  const key = Symbol.for(`throughline.test.${name}`);
  const world = globalThis as unknown as Record<
    symbol,
    { users: number; server: Promise<Server> } | undefined
  >;

  return {
    acquire(): Promise<Server> {
      const shared = (world[key] ??= { users: 0, server: start() });
      shared.users += 1;
      return shared.server;
    },
    async release(): Promise<void> {
      const shared = world[key];
      if (!shared || --shared.users > 0) return;
      world[key] = undefined;
      await (await shared.server).stop();
    },
  };
}
