import type { SyncState } from '#domain/sync/health.ts';
import { StatusDot } from '../kit/status-dot.tsx';
import { paths } from '../paths.ts';
import type { Ui } from '../ui.ts';

/** Says on every page that news of a provider are late or missing; nothing where all is well. */
export const SyncDot = ({ ui, state }: { ui: Ui; state: SyncState }) => {
  const words = ui.t.sync.dot;
  return (
    <span id="sync-dot">
      {state !== 'well' && (
        <a class="sync-dot" href={paths.sync()} title={words[state]}>
          <StatusDot tone={state === 'late' ? 'warn' : 'danger'}>
            <span class="vh">{words[state]}</span>
          </StatusDot>
        </a>
      )}
    </span>
  );
};
