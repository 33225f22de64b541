import { Figures } from '../kit/figures.tsx';
import { Section } from '../kit/section.tsx';
import type { SeatedUi } from '../ui.ts';
import type { HistoryRun, HistoryView } from './history-run.ts';
import { HistoryOrders } from './orders.tsx';

/** What was read, how fast, and how long it will take; with the orders that may be given. */
export const Standing = ({ ui, view }: { ui: SeatedUi; view: HistoryView }) => {
  const { run } = view;
  const words = ui.t.history.run;
  const isOpen = run.state === 'running' || run.state === 'paused';
  return (
    <Section
      id="standing"
      title={isOpen ? words.progress : words.over}
      about={isOpen ? words.survives : tookOf(ui, run)}
      acts={view.mayWrite && <HistoryOrders ui={ui} run={run} />}
    >
      <div class="stack-4">
        <p>{paceOf(ui, run).join(' · ')}</p>
        <Counts ui={ui} run={run} />
      </div>
    </Section>
  );
};

function tookOf(ui: SeatedUi, { createdAt, finishedAt }: HistoryRun): string | undefined {
  if (!finishedAt) return undefined;
  return ui.t.history.run.took(finishedAt, finishedAt.getTime() - createdAt.getTime());
}

function paceOf(ui: SeatedUi, run: HistoryRun): string[] {
  const words = ui.t.history.run;
  if (run.state !== 'running') {
    return [
      run.state === 'paused' ? words.requests(run.requests) : words.requestsInAll(run.requests),
    ];
  }
  const { requestsPerSecond, leftMs } = run.pace;
  return [
    words.requests(run.requests),
    requestsPerSecond === null ? words.rateUnknown : words.rate(requestsPerSecond),
    words.allowed(run.perSecond),
    leftMs === null ? words.leftUnknown : words.left(leftMs),
  ];
}

const Counts = ({ ui, run }: { ui: SeatedUi; run: HistoryRun }) => {
  const words = ui.t.history.run;
  const { number } = ui.format;
  const total = run.conversationsTotal;
  return (
    <Figures
      figures={[
        { label: words.figures.numbers, value: number(run.numbers) },
        {
          label: words.figures.conversations,
          value: number(run.conversations),
          note: total === null ? words.totalUnknown : words.ofTotal(total),
        },
        { label: words.figures.messages, value: number(run.messages) },
        { label: words.figures.calls, value: number(run.calls) },
        {
          label: words.figures.parts,
          value: number(run.parts),
          note: run.partsTotal === null ? undefined : words.figures.partsNote(run.partsTotal),
        },
        {
          label: words.figures.changed,
          value: number(run.changed),
          note: run.changed > 0 ? words.figures.changedNote : undefined,
        },
      ]}
    />
  );
};
