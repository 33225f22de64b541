import { mergeRules } from '#domain/imports/merge-key.ts';
import { raggedRowChoices } from '#domain/imports/read-row.ts';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Select } from '../kit/select.tsx';
import type { SeatedUi } from '../ui.ts';

/** What the list cannot say of itself, and so a person must. */
export const ImportChoices = ({
  ui,
  form,
  countries,
}: {
  ui: SeatedUi;
  form: FormState;
  countries: readonly { value: string; label: string }[];
}) => {
  const words = ui.t.imports.mapping;
  return (
    <div class="stack-4">
      <Select
        name="mergeRule"
        label={words.rule}
        form={form}
        options={mergeRules.map((value) => ({ value, label: words.rules[value] }))}
      />
      <Select
        name="raggedRows"
        label={words.ragged}
        form={form}
        options={raggedRowChoices.map((value) => ({ value, label: words.raggeds[value] }))}
      />
      <Select
        name="slashDates"
        label={words.slashes}
        form={form}
        options={(['month-first', 'day-first'] as const).map((value) => ({
          value,
          label: words.slashChoices[value],
        }))}
      />
      <Select name="country" label={words.country} form={form} options={countries} />
      <Input
        name="consentBasis"
        label={words.basis}
        hint={words.basisHint}
        form={form}
        required
        maxlength={200}
      />
      <Input
        name="tags"
        label={words.tags}
        hint={words.tagsHint}
        form={form}
        optional={ui.t.common.optional}
        maxlength={300}
      />
    </div>
  );
};
