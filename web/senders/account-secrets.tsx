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
      {...secret}
      name="token"
      label={t.token}
      hint={t.tokenHint}
      form={form}
      maxlength={200}
      required
    />
  );
};

/** The key of OpenPhone, and the secret of a webhook that was made in its app. */
export const OpenPhoneSecrets = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  return (
    <>
      <Input
        {...secret}
        name="apiKey"
        label={t.apiKey}
        hint={t.apiKeyHint}
        form={form}
        maxlength={300}
        required
      />
      <Input
        {...secret}
        name="webhookSecret"
        label={t.webhookSecret}
        hint={t.webhookSecretHint}
        form={form}
        maxlength={300}
        optional={ui.t.common.optional}
      />
    </>
  );
};

/** Not shown while it is typed, and no browser offers one that it knows. */
const secret = { type: 'password', autocomplete: 'new-password' } as const;

export const secretLabels = ({ t: { senders } }: SeatedUi) => {
  const { name, sid, token, apiKey, webhookSecret } = senders.accounts;
  return { name, sid, token, apiKey, webhookSecret };
};
