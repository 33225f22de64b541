import type { WaitStep, WaitUntilStep } from '#domain/sequences/step.ts';
import { dueAfter } from '#domain/sequences/due.ts';
import { Input } from '../kit/input.tsx';
import { Select } from '../kit/select.tsx';
import type { SeatedUi } from '../ui.ts';
import { stepFieldId } from './step-field-id.ts';
import { weekdayName } from './step-length.ts';

interface Props<Step> {
  ui: SeatedUi;
  step: Step;
  revision: number;
  autofocus: boolean;
}

const units = ['minutes', 'hours', 'days'] as const;

export const WaitFields = ({ ui, step, revision, autofocus }: Props<WaitStep>) => {
  const t = ui.t.sequences.designer;
  return (
    <>
      <div class="pair">
        <Input
          name="amount"
          id={stepFieldId('amount', revision)}
          label={t.amount}
          type="number"
          min={1}
          max={525_600}
          step={1}
          inputmode="numeric"
          value={step.amount}
          autofocus={autofocus}
        />
        <Select
          name="unit"
          id={stepFieldId('unit', revision)}
          label={t.unit}
          value={step.unit}
          options={units.map((unit) => ({ value: unit, label: t.units[unit] }))}
        />
      </div>
      <p class="hint">{t.waitHint}</p>
      <Example ui={ui} step={step} />
    </>
  );
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const WaitUntilFields = ({ ui, step, revision, autofocus }: Props<WaitUntilStep>) => {
  const t = ui.t.sequences.designer;
  const padded = (n: number) => String(n).padStart(2, '0');
  return (
    <>
      <Input
        name="time"
        id={stepFieldId('time', revision)}
        label={t.hour}
        hint={t.hourHint}
        type="time"
        value={`${padded(step.hour)}:${padded(step.minute)}`}
        autofocus={autofocus}
      />
      <fieldset class="bare">
        <legend>{t.days}</legend>
        <div class="row days">
          {weekdays.map((day) => (
            <label class="check">
              <input
                type="checkbox"
                name="days[]"
                id={stepFieldId(`day-${day}`, revision)}
                value={String(day)}
                checked={step.days?.includes(day) ?? false}
              />
              <span>{weekdayName(ui, day, 'short')}</span>
            </label>
          ))}
        </div>
        <p class="hint">{t.daysHint}</p>
      </fieldset>
      <Example ui={ui} step={step} />
    </>
  );
};

/** When somebody goes on who comes to it now; a wait that is no wait yet has none. */
export const Example = ({ ui, step }: { ui: SeatedUi; step: WaitStep | WaitUntilStep }) => (
  <p id="example" class="small">
    {exampleOf(ui, step)}
  </p>
);

function exampleOf(ui: SeatedUi, step: WaitStep | WaitUntilStep): string {
  const now = ui.now.getTime();
  const due = dueAfter([step], now, ui.zone);
  const tooFar = now + 400 * 86_400_000;
  if (!Number.isFinite(due) || due < now || due > tooFar) return '';
  return ui.t.sequences.designer.example(new Date(due));
}
