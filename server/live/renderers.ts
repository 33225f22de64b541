import type { LiveEvent } from '#db/live-events.ts';
import type { Database } from '#db/orm.ts';
import type { UiTopic } from '#db/ui-events.ts';
import { needReplyCount } from './need-reply.tsx';
import { syncDot } from './sync-dot.tsx';
import type { Viewer } from './viewer.ts';

/**
 * Turns news into regions that every page holds (the counter in the menu), as `<hx-partial>`s. What
 * only some pages show is not rendered here: those listen (web/live.ts) and fetch what they may see.
 */
export interface LiveRenderer {
  topic: UiTopic;
  /** Viewers with the same key share one rendering; it names all that the rendering depends on. */
  shareBy: (viewer: Viewer) => string;
  /** The events are all of its topic and of the viewer's workspace. */
  render: (
    events: readonly LiveEvent[],
    viewer: Viewer,
    database: Database,
  ) => Promise<string | null>;
}

/** One line each. */
export const renderers: readonly LiveRenderer[] = [needReplyCount, syncDot];
