import type { Logger } from 'pino';
import type { LiveEvent } from '#db/live-events.ts';
import type { Database } from '#db/orm.ts';
import type { LiveRenderer } from './renderers.ts';
import type { Viewer } from './viewer.ts';

const SHARED_MS = 1000;

/** Renders the regions that events change, once for all viewers who see the same. */
export function createRendering(
  database: Database,
  renderers: readonly LiveRenderer[],
  log: Logger,
) {
  const shared = new Map<string, Promise<string | null>>();

  return async (events: readonly LiveEvent[], viewer: Viewer): Promise<string> => {
    const regions = await Promise.all(renderers.map((one) => rendered(one, events, viewer)));
    return regions.filter((html) => html !== null).join('');
  };

  async function rendered(
    renderer: LiveRenderer,
    events: readonly LiveEvent[],
    viewer: Viewer,
  ): Promise<string | null> {
    const theirs = events.filter(({ topic }) => topic === renderer.topic);
    if (theirs.length === 0) return null;
    const upTo = Math.max(...theirs.map(({ id }) => id));
    const key = [
      renderers.indexOf(renderer),
      viewer.seat.workspaceId,
      renderer.shareBy(viewer),
      upTo,
    ].join(' ');
    const known = shared.get(key);
    if (known) return known;
    const fresh = renderer.render(theirs, viewer, database).catch((error: unknown) => {
      log.warn({ err: error, topic: renderer.topic }, 'a region could not be rendered');
      return null;
    });
    shared.set(key, fresh);
    setTimeout(() => shared.delete(key), SHARED_MS).unref();
    return fresh;
  }
}
