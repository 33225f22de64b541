import type { Child } from 'hono/jsx';
import type { Provider } from '#domain/sending/refusals.ts';
import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { OpenPhoneSecrets, secretLabels, Token } from './account-secrets.tsx';

interface Props {
  ui: SeatedUi;
  form: FormState;
}

export const NewAccountPage = ({ ui, provider, form }: Props & { provider: Provider }) => {
  const t = ui.t.senders.accounts;
  const isTwilio = provider === 'twilio';
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
        <Tabs
          label={t.providerLabel}
          tabs={[
            { href: paths.newAccount(), label: t.providers.twilio, current: isTwilio },
            { href: paths.newOpenPhone(), label: t.providers.openphone, current: !isTwilio },
          ]}
        />
        {isTwilio ? (
          <NewTwilioForm ui={ui} form={form} />
        ) : (
          <NewOpenPhoneForm ui={ui} form={form} />
        )}
      </Page>
    </Shell>
  );
};

export const NewTwilioForm = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  return (
    <AccountForm ui={ui} form={form} post={paths.accounts()} create={t.create}>
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
    </AccountForm>
  );
};

export const NewOpenPhoneForm = ({ ui, form }: Props) => {
  const t = ui.t.senders.accounts;
  return (
    <AccountForm ui={ui} form={form} post={paths.openPhoneAccounts()} create={t.connect}>
      <OpenPhoneSecrets ui={ui} form={form} />
      <p class="muted small">{t.connectLede}</p>
    </AccountForm>
  );
};

interface FormProps extends Props {
  post: string;
  create: string;
  children?: Child;
}

const AccountForm = ({ ui, form, post, create, children }: FormProps) => {
  const t = ui.t.senders.accounts;
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
      <FormErrors ui={ui} form={form} labels={secretLabels(ui)} />
      <Input name="name" label={t.name} hint={t.nameHint} form={form} required maxlength={80} />
      {children}
      <div class="row">
        <Button primary type="submit">
          {create}
        </Button>
      </div>
    </form>
  );
};
