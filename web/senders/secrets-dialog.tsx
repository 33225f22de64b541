import type { Provider } from '#domain/sending/refusals.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import type { FormState } from '../kit/form-state.ts';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { OpenPhoneSecrets, Token } from './account-secrets.tsx';

interface Props {
  ui: SeatedUi;
  form: FormState;
  account: { id: string; provider: Provider; name: string };
}

/** A new token, or a new key, for an account that is there. */
export const SecretsDialog = ({ ui, form, account }: Props) => {
  const t = ui.t.senders.accounts;
  const { title, lede, save } = t.rotation[account.provider];
  const post = paths.accountToken(account.id);
  return (
    <Dialog
      title={title(account.name)}
      close={ui.t.common.close}
      acts={
        <Button primary type="submit" form="token-form">
          {save}
        </Button>
      }
    >
      <form
        id="token-form"
        method="post"
        action={post}
        class="stack-4"
        {...hx({ post, swap: 'none' })}
      >
        <OrderField />
        <p>{lede}</p>
        {account.provider === 'twilio' ? (
          <Token ui={ui} form={form} />
        ) : (
          <OpenPhoneSecrets ui={ui} form={form} />
        )}
      </form>
    </Dialog>
  );
};
