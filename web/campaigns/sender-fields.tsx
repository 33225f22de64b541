import { Checkbox } from '../kit/check.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Section } from '../kit/section.tsx';
import type { SeatedUi } from '../ui.ts';
import type { SetUpChoices } from './set-up.ts';

interface Props {
  ui: SeatedUi;
  form: FormState;
  senders: SetUpChoices['senders'];
}

/** Which of our numbers take part; none chosen means all in rotation. */
export const SenderFields = ({ ui, form, senders }: Props) => {
  const t = ui.t.campaigns.setUp;
  return (
    <Section id="senders" title={t.senders} about={t.sendersLede}>
      <div class="choices">
        {senders.map(({ id, value, name, active }) => (
          <Checkbox
            name="senderIds"
            value={id}
            label={value}
            hint={name}
            form={form}
            disabled={!active}
          />
        ))}
      </div>
    </Section>
  );
};
