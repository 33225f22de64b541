import type { Child } from 'hono/jsx';
import type { Ui } from '../ui.ts';
import type { Attrs } from './attrs.ts';
import type { When } from './line.tsx';
import { Progress } from './meter.tsx';

export interface Stage {
  when: When;
  title: Child;
  note?: Child;
  /** How much of this stage is done; draws the solid part of its stretch. */
  progress?: { value: number; max: number } | undefined;
}

interface StagesProps extends Attrs {
  ui: Ui;
  label?: string | undefined;
  stages: readonly Stage[];
  /** Upright on a phone. */
  fold?: boolean | undefined;
}

/** The through-line, lying: stages of a campaign, phases of an import, versions. */
export const Stages = ({ ui, label, stages, fold = true, ...rest }: StagesProps) => {
  const words = {
    past: ui.t.common.stagePast,
    now: ui.t.common.stageNow,
    next: ui.t.common.stageNext,
  };
  return (
    <ol
      class={fold ? 'stages fold' : 'stages'}
      role="list"
      aria-label={label ?? ui.t.common.stages}
      {...rest}
    >
      {stages.map((stage) => (
        <li data-when={stage.when} aria-current={stage.when === 'now' ? 'step' : undefined}>
          <b>
            {stage.title}
            <span class="vh">, {words[stage.when]}</span>
          </b>
          {stage.note && <span>{stage.note}</span>}
          {stage.progress && (
            <Progress
              label={ui.t.common.progress(stage.progress.value, stage.progress.max)}
              {...stage.progress}
              class="stretch"
            />
          )}
        </li>
      ))}
    </ol>
  );
};
