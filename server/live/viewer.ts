import type { Seat } from '#server/context.ts';
import type { SeatedUi } from '#web/ui.ts';

/** Who looks at a stream. */
export interface Viewer {
  seat: Seat;
  ui: SeatedUi;
}
