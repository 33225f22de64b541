import { Button } from '../kit/button.tsx';
import { Checkbox, Switch } from '../kit/check.tsx';
import { FileDrop } from '../kit/file-drop.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { DateTime, Input } from '../kit/input.tsx';
import { Section } from '../kit/section.tsx';
import { Seg } from '../kit/seg.tsx';
import { Select } from '../kit/select.tsx';
import { Textarea } from '../kit/textarea.tsx';
import type { SeatedUi } from '../ui.ts';
import { samples } from './samples.ts';

const MAX_BYTES = 50_000_000;

export const FormSection = ({ ui }: { ui: SeatedUi }) => {
  const say = ui.t.styleguide.form;
  const form: FormState = {
    values: {
      limit: '400',
      begins: ui.format.inputValue(ui.now),
      text: samples.asked,
      weekends: 'on',
      stops: 'on',
    },
    errors: { name: say.nameError, limit: say.limitError(125), basis: ui.t.errors.field.missing },
  };
  return (
    <Section id="forms" title={say.title}>
      <form class="stack-4" action="#forms">
        <FormErrors
          ui={ui}
          form={form}
          still
          labels={{ name: say.name, limit: say.limit, basis: say.basis }}
        />
        <Input name="name" label={say.name} form={form} />
        <Input name="limit" label={say.limit} form={form} inputmode="numeric" />
        <Select
          name="sender"
          label={say.sender}
          hint={say.keeps}
          options={[{ value: 'all', label: say.rotate(16) }]}
          empty={say.pick}
          value="all"
        />
        <DateTime name="begins" label={say.begins} optional={ui.t.common.optional} form={form} />
        <Textarea name="text" label={say.text} form={form} />
        <Choices ui={ui} form={form} />
        <div class="row">
          <Button type="submit">{ui.t.common.save}</Button>
          <Button quiet>{ui.t.common.cancel}</Button>
        </div>
      </form>
    </Section>
  );
};

const Choices = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const say = ui.t.styleguide.form;
  return (
    <>
      <Seg
        name="days"
        label={say.days}
        labelled
        value="work"
        options={[
          { value: 'work', label: say.workdays },
          { value: 'all', label: say.onlyDays },
        ]}
      />
      <Switch name="weekends" label={say.weekends} form={form} />
      <Checkbox name="stops" label={say.stops} form={form} />
      <Checkbox name="basis" label={say.basis} form={form} />
      <FileDrop
        name="file"
        label={say.file}
        invite={ui.t.common.dropHere}
        hint={say.fileHint(MAX_BYTES)}
        accept=".csv"
        maxBytes={MAX_BYTES}
        tooLarge={say.fileTooLarge(MAX_BYTES)}
      />
    </>
  );
};
