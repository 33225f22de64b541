import { syncState } from '#domain/sync/health.ts';
import { syncHealth } from '#db/sync/health.ts';
import { Partial } from '#web/kit/partial.tsx';
import { SyncDot } from '#web/shell/sync-dot.tsx';
import type { LiveRenderer } from './renderers.ts';

/** Whether the news of all providers come in: the sign in the frame of every page. */
export const syncDot: LiveRenderer = {
  topic: 'sync',
  shareBy: ({ ui }) => ui.locale,
  render: async (_events, { seat, ui }, database) => {
    const { accounts, now } = await syncHealth(database.fork(), seat.workspaceId);
    const region = (
      <Partial target="#sync-dot" swap="outerMorph">
        <SyncDot ui={ui} state={syncState(accounts, now)} />
      </Partial>
    );
    return String(await region);
  },
};
