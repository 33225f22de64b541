import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  /** Never holds a token: what was typed there is not sent back. */
  form: FormState;
}

export const NewAccountPage = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  return (
    <Shell ui={ui} title={t.addTitle} nav="senders">
      <Page>
        <PageHead
          title={t.addTitle}
          lede={t.addLede[ui.workspace.mode]}
          crumb={
            <Crumb
              to={[
                { href: paths.senders(), label: ui.t.senders.title },
                { href: paths.accounts(), label: t.title },
              ]}
            />
          }
        />
        <NewAccountForm ui={ui} form={form} />
      </Page>
    </Shell>
  );
};

export const NewAccountForm = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  const post = paths.accounts();
  return (
    <form
      id="new-account"
      method="post"
      action={post}
      class="stack-4 narrow"
      autocomplete="off"
      {...hx({ post, target: 'this', swap: 'outerMorph', disable: 'find button' })}
    >
      <OrderField />
      <FormErrors ui={ui} form={form} labels={{ name: t.name, sid: t.sid, token: t.token }} />
      <Input name="name" label={t.name} hint={t.nameHint} form={form} required maxlength={80} />
      <Input
        name="sid"
        label={t.sid}
        hint={t.sidHint}
        form={form}
        required
        autocomplete="off"
        maxlength={40}
      />
      <Token ui={ui} form={form} />
      <div class="row">
        <Button primary type="submit">
          {t.create}
        </Button>
      </div>
    </form>
  );
};

const Token = ({ ui, form }: Props) => {
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

/** A new token for an account that is there. */
export const TokenDialog = ({
  ui,
  form,
  account,
}: Props & { account: { id: string; name: string } }) => {
  const t = ui.t.senders.accounts;
  const post = paths.accountToken(account.id);
  return (
    <Dialog
      title={t.rotateTitle(account.name)}
      close={ui.t.common.close}
      acts={
        <Button primary type="submit" form="token-form">
          {t.rotateSave}
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
        <p>{t.rotateLede}</p>
        <Token ui={ui} form={form} />
      </form>
    </Dialog>
  );
};
