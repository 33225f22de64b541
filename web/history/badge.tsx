import type { HistoryState } from '#domain/history/run.ts';
import { Badge, type Tone } from '../kit/badge.tsx';
import type { SeatedUi } from '../ui.ts';
import type { ListedHistory } from './history-run.ts';

const tones: Record<HistoryState, Tone> = {
  running: 'on',
  paused: 'warn',
  complete: 'ok',
  failed: 'danger',
  cancelled: 'plain',
};

/** The state in a word; beside it, whether everything is here. */
export const HistoryBadge = ({
  ui,
  run: { state, proof },
}: {
  ui: SeatedUi;
  run: Pick<ListedHistory, 'state' | 'proof'>;
}) => {
  const words = ui.t.history;
  return (
    <span class="row">
      <Badge tone={tones[state]}>{words.states[state]}</Badge>
      {state === 'complete' && proof && (
        <Badge tone={proof === 'whole' ? 'ok' : 'warn'} icon={proof === 'whole' ? 'check' : 'warn'}>
          {words.proofs[proof]}
        </Badge>
      )}
    </span>
  );
};

/** What an import reads, in words: "Whole history", "History since …". */
export function spanOf(ui: SeatedUi, { kind, since }: Pick<ListedHistory, 'kind' | 'since'>) {
  const words = ui.t.history;
  return kind === 'whole' && since ? words.wholeSince(since) : words.kinds[kind];
}
