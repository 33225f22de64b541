import type { HistoryPhase } from '#domain/history/run.ts';
import type { When } from '../kit/line.tsx';
import { Stages, type Stage } from '../kit/stages.tsx';
import type { SeatedUi } from '../ui.ts';
import type { HistoryRun, HistoryView } from './history-run.ts';

const reading: readonly HistoryPhase[] = ['firm', 'conversations', 'exchange', 'parts'];
const proving: readonly HistoryPhase[] = ['proof', 'repair'];

/** Where an import stands, on the line. What catches up proves nothing. */
export const HistoryStages = ({ ui, view }: { ui: SeatedUi; view: HistoryView }) => {
  const words = ui.t.history.run;
  const phases = view.run.kind === 'whole' ? [...reading, ...proving] : reading;
  const now = phases.indexOf(view.run.phase);
  const stages = phases.map((phase, at): Stage => {
    const when = whenOf(view.run, phase, at - now);
    return {
      when,
      title: words.phases[phase],
      note: noteOf(ui, view, phase, when),
      progress: when === 'now' ? doneOf(view, phase) : undefined,
    };
  });
  return <Stages ui={ui} label={words.phasesLabel} stages={stages} />;
};

function whenOf({ state, proof }: HistoryRun, phase: HistoryPhase, distance: number): When {
  if (state === 'complete') return phase === 'repair' && proof === 'holes' ? 'next' : 'past';
  if (distance === 0) return 'now';
  return distance < 0 ? 'past' : 'next';
}

function noteOf(ui: SeatedUi, view: HistoryView, phase: HistoryPhase, when: When) {
  const words = ui.t.history.run;
  const { state, proof } = view.run;
  if (state === 'complete') {
    if (phase !== 'repair') return undefined;
    return proof === 'holes' ? words.repairWaits : words.nothingToRepair;
  }
  if (when !== 'now') return undefined;
  if (state === 'failed' || state === 'cancelled') return words.stoppedHere;
  const done = doneOf(view, phase);
  return done && words.of(done.value, done.max);
}

/** How much of a phase is done, where its end is known. */
function doneOf({ run, compared }: HistoryView, phase: HistoryPhase) {
  const of = (value: number, max: number | null) => (max === null ? undefined : { value, max });
  if (phase === 'exchange') return of(run.conversations, run.conversationsTotal);
  if (phase === 'parts') return of(run.parts, run.partsTotal);
  if (phase === 'proof') return of(compared, run.conversationsTotal);
  return undefined;
}
