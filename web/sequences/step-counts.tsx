import { hx } from '../hx.ts';
import { Partial } from '../kit/partial.tsx';
import type { SeatedUi } from '../ui.ts';

export interface StepCountsProps {
  stepId: string;
  sent: number;
  replied: number;
  optedOut: number;
  failed: number;
  waiting: number;
}

interface Props {
  ui: SeatedUi;
  sequenceId: string;
  counts: readonly StepCountsProps[];
}

/** What the running campaigns count at each message, put onto its card. */
export const StepCounts = ({ ui, sequenceId, counts }: Props) => (
  <>
    {counts.map((count) => (
      <Partial target={`#counts-${sequenceId}-${count.stepId}`} swap="outerHTML">
        <p
          class="live counts"
          id={`counts-${sequenceId}-${count.stepId}`}
          {...hx({ morphSkip: true })}
        >
          <Figures ui={ui} count={count} />
        </p>
      </Partial>
    ))}
  </>
);

const Figures = ({ ui, count }: { ui: SeatedUi; count: StepCountsProps }) => {
  const t = ui.t.sequences.designer.counts;
  const { number } = ui.format;
  return (
    <>
      <span>
        <b>{number(count.sent)}</b> {t.sent}
      </span>
      {count.replied > 0 && (
        <span>
          <b>{number(count.replied)}</b> {t.replied}
        </span>
      )}
      {count.optedOut > 0 && (
        <span>
          <b>{number(count.optedOut)}</b> {t.optedOut}
        </span>
      )}
      {count.failed > 0 && (
        <span class="is-danger">
          <b class="is-danger">{number(count.failed)}</b> {t.failed}
        </span>
      )}
      {count.waiting > 0 && (
        <span>
          <b>{number(count.waiting)}</b> {t.waiting}
        </span>
      )}
    </>
  );
};
