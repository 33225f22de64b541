import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';
import type { SeatedUi } from '../ui.ts';
import type { SetUpChoices } from './set-up.ts';

interface Props {
  ui: SeatedUi;
  form: FormState;
  choices: SetUpChoices;
}

/** Filters that must hold together; lists are typed with commas, with suggestions of what is in use. */
export const AudienceFields = ({ ui, form, choices }: Props) => {
  const t = ui.t.campaigns.setUp;
  return (
    <Section id="audience" title={t.audience} about={t.audienceLede} class="stack-4">
      <div class="field-pair">
        <Input name="tagsAny" label={t.tagsAny} hint={t.tagsHint} form={form} list="tags-in-use" />
        <Input name="tagsAll" label={t.tagsAll} hint={t.tagsHint} form={form} list="tags-in-use" />
      </div>
      <div class="field-pair">
        <Input
          name="tagsNone"
          label={t.tagsNone}
          hint={t.tagsHint}
          form={form}
          list="tags-in-use"
        />
        <Input name="search" label={t.search} form={form} />
      </div>
      <div class="field-pair">
        <Input
          name="countries"
          label={t.countries}
          hint={t.tagsHint}
          form={form}
          list="countries-in-use"
        />
        <Input
          name="regions"
          label={t.regions}
          hint={t.tagsHint}
          form={form}
          list="regions-in-use"
        />
      </div>
      <div class="field-pair">
        <Input name="languages" label={t.languages} hint={t.languagesHint} form={form} />
        <Select
          name="conversation"
          label={t.conversation}
          form={form}
          empty={t.either}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
      </div>
      <Suggestions id="tags-in-use" values={choices.tags} />
      <Suggestions id="countries-in-use" values={choices.countries} />
      <Suggestions id="regions-in-use" values={choices.regions} />
    </Section>
  );
};

const Suggestions = ({ id, values }: { id: string; values: readonly string[] }) => (
  <datalist id={id}>
    {values.map((value) => (
      <option value={value} />
    ))}
  </datalist>
);
