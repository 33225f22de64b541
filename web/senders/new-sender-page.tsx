import { Button, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Select, type Option } from '../kit/select.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { SenderFields, senderLabels } from './sender-fields.tsx';

interface Props {
  ui: SeatedUi;
  form: FormState;
  accounts: readonly Option[];
}

export const NewSenderPage = ({ ui, form, accounts }: Props) => {
  const t = ui.t.senders;
  return (
    <Shell ui={ui} title={t.add} nav="senders">
      <Page>
        <PageHead
          title={t.add}
          lede={t.addLede}
          crumb={<Crumb to={[{ href: paths.senders(), label: t.title }]} />}
        />
        {accounts.length > 0 ? (
          <NewSenderForm ui={ui} form={form} accounts={accounts} />
        ) : (
          <EmptyState
            title={t.noAccount}
            act={
              <LinkButton primary href={paths.newAccount()}>
                {t.accounts.add}
              </LinkButton>
            }
          />
        )}
      </Page>
    </Shell>
  );
};

export const NewSenderForm = ({ ui, form, accounts }: Props) => {
  const t = ui.t.senders;
  const post = paths.senders();
  return (
    <form
      id="new-sender"
      method="post"
      action={post}
      class="stack-4 narrow"
      {...hx({ post, target: 'this', swap: 'outerMorph', disable: 'find button' })}
    >
      <OrderField />
      <FormErrors ui={ui} form={form} labels={senderLabels(ui)} />
      <Input
        name="number"
        label={t.number}
        hint={t.numberHint}
        type="tel"
        autocomplete="off"
        form={form}
        required
      />
      <Select name="accountId" label={t.account} options={accounts} form={form} />
      <SenderFields ui={ui} form={form} />
      <div class="row">
        <Button primary type="submit">
          {t.create}
        </Button>
      </div>
    </form>
  );
};
