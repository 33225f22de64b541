import { consentBases } from '#domain/sending/consent.ts';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';
import type { SeatedUi } from '../ui.ts';

/** On what ground people without a recorded consent are written to, if at all. */
export const ConsentFields = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const t = ui.t.campaigns.setUp;
  return (
    <Section id="consent" title={t.consent} class="stack-4">
      <p class="muted">{t.consentLede}</p>
      <Select
        name="basis"
        label={t.basis}
        form={form}
        empty={t.noBasis}
        options={consentBases.map((basis) => ({ value: basis, label: t.bases[basis] }))}
      />
      <Input
        name="statement"
        label={t.statement}
        hint={t.statementHint}
        form={form}
        maxlength={300}
      />
    </Section>
  );
};
