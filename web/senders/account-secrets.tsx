import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  /** Never holds a secret: what was typed there is not sent back. */
  form: FormState;
}

export const Token = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  return (
    <Input
      name="token"
      label={t.token}
      hint={t.tokenHint}
      type="password"
      form={form}
      required
      autocomplete="new-password"
      maxlength={200}
    />
  );
};

/** The key of OpenPhone, and the secret of a webhook that was made in its app. */
export const OpenPhoneSecrets = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  return (
    <>
      <Input
        name="apiKey"
        label={t.apiKey}
        hint={t.apiKeyHint}
        type="password"
        form={form}
        required
        autocomplete="new-password"
        maxlength={300}
      />
      <Input
        name="webhookSecret"
        label={t.webhookSecret}
        hint={t.webhookSecretHint}
        type="password"
        form={form}
        optional={ui.t.common.optional}
        autocomplete="new-password"
        maxlength={300}
      />
    </>
  );
};

export const secretLabels = ({ t: { senders } }: SeatedUi) => {
  const { name, sid, token, apiKey, webhookSecret } = senders.accounts;
  return { name, sid, token, apiKey, webhookSecret };
};
