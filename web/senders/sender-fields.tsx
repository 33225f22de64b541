import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { Select } from '../kit/select.tsx';
import type { SeatedUi } from '../ui.ts';

/** What may be set of a number, new or not. */
export const SenderFields = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const t = ui.t.senders;
  return (
    <>
      <Input name="name" label={t.name} hint={t.nameHint} form={form} maxlength={60} />
      <Input
        name="dailyCap"
        label={t.dailyCap}
        hint={t.capHint}
        type="number"
        min={0}
        max={1_000_000}
        inputmode="numeric"
        form={form}
        required
      />
      <Input
        name="ratePerSecond"
        label={t.ratePerSecond}
        hint={t.rateHint}
        type="number"
        min={0.01}
        max={1000}
        step="any"
        inputmode="decimal"
        form={form}
        required
      />
      <Input
        name="priority"
        label={t.priority}
        hint={t.priorityHint}
        type="number"
        min={0}
        max={1000}
        inputmode="numeric"
        form={form}
        required
      />
      <Select
        name="confirms"
        label={t.confirms}
        hint={t.confirmsHint}
        form={form}
        options={[
          { value: 'us', label: t.confirmsUs },
          { value: 'provider', label: t.confirmsProvider },
        ]}
      />
    </>
  );
};

/** Words for the summary of what is to be corrected. */
export const senderLabels = ({ t: { senders: t } }: SeatedUi) => ({
  name: t.name,
  dailyCap: t.dailyCap,
  ratePerSecond: t.ratePerSecond,
  priority: t.priority,
  confirms: t.confirms,
  number: t.number,
  accountId: t.account,
});
