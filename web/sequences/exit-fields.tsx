import type { ExitStep } from '#domain/sequences/step.ts';
import { Input } from '../kit/input.tsx';
import type { SeatedUi } from '../ui.ts';
import { stepFieldId } from './step-field-id.ts';

interface Props {
  ui: SeatedUi;
  step: ExitStep;
  revision: number;
  autofocus: boolean;
}

export const ExitFields = ({ ui, step, revision, autofocus }: Props) => {
  const t = ui.t.sequences.designer;
  return (
    <Input
      name="label"
      id={stepFieldId('label', revision)}
      label={t.exitLabel}
      hint={t.exitLabelHint}
      value={step.label}
      maxlength={80}
      autocomplete="off"
      autofocus={autofocus}
    />
  );
};
