import { Checkbox } from '../kit/check.tsx';
import { FieldError } from '../kit/field.tsx';
import { valueOf, type FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Section } from '../kit/section.tsx';
import { Seg } from '../kit/seg.tsx';
import { Select } from '../kit/select.tsx';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  form: FormState;
  zones: readonly string[];
}

/** On which days and hours, on whose clock, and how many a day. */
export const ScheduleFields = ({ ui, form, zones }: Props) => {
  const t = ui.t.campaigns.setUp;
  const error = form.errors['days'];
  return (
    <Section id="schedule" title={t.schedule} class="stack-4">
      <fieldset aria-describedby={error && 'days-error'}>
        <legend class="legend">{t.days}</legend>
        <div class="row">
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Checkbox name="days" value={String(day)} label={ui.format.weekday(day)} form={form} />
          ))}
        </div>
        {error && <FieldError id="days-error">{error}</FieldError>}
      </fieldset>
      <div class="field-pair">
        <Input name="from" type="time" label={t.from} form={form} required />
        <Input name="to" type="time" label={t.to} form={form} required />
      </div>
      <div class="field-pair">
        <Select
          name="zone"
          label={t.zone}
          hint={t.zoneHint}
          form={form}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <Input
          name="dailyLimit"
          type="number"
          label={t.dailyLimit}
          form={form}
          min={1}
          max={1_000_000}
          required
        />
      </div>
      <Seg
        name="spread"
        label={t.spread}
        labelled
        value={valueOf(form, 'spread') ?? 'at-opening'}
        options={[
          { value: 'at-opening', label: t.spreads['at-opening'] },
          { value: 'over-the-day', label: t.spreads['over-the-day'] },
        ]}
      />
    </Section>
  );
};
