import { highestSpeed } from '#domain/history/run.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import { valueOf, type FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Seg } from '../kit/seg.tsx';
import { Select, type Option } from '../kit/select.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  form: FormState;
  accounts: readonly Option[];
}

/** Which account, since when, and how fast. */
export const NewHistoryPage = (props: Props) => {
  const t = props.ui.t.history;
  return (
    <Shell ui={props.ui} title={t.form.title} nav="imports">
      <Page>
        <PageHead
          title={t.form.title}
          lede={t.form.lede}
          crumb={<Crumb to={[{ href: paths.historyImports(), label: t.title }]} />}
        />
        <NewHistoryForm {...props} />
      </Page>
    </Shell>
  );
};

export const NewHistoryForm = ({ ui, form, accounts }: Props) => {
  const t = ui.t.history.form;
  const post = paths.historyImports();
  return (
    <form
      id="new-history"
      method="post"
      action={post}
      class="stack-4 narrow"
      {...hx({ post, target: 'this', swap: 'outerMorph', disable: 'find button' })}
    >
      <OrderField />
      <FormErrors
        ui={ui}
        form={form}
        labels={{ accountId: t.account, since: t.since, perSecond: t.speed }}
      />
      <Select name="accountId" label={t.account} form={form} options={accounts} required />
      <Seg
        name="span"
        label={t.span}
        labelled
        value={valueOf(form, 'span') ?? 'everything'}
        options={(['everything', 'since'] as const).map((value) => ({
          value,
          label: t.spans[value],
        }))}
      />
      <Input
        name="since"
        type="date"
        label={t.since}
        hint={t.sinceHint}
        optional={ui.t.common.optional}
        form={form}
      />
      <Speed ui={ui} form={form} />
      <div class="row">
        <Button primary type="submit">
          {t.act}
        </Button>
      </div>
    </form>
  );
};

/** How many requests a second an import may take. */
export const Speed = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const t = ui.t.history.form;
  return (
    <Input
      name="perSecond"
      type="number"
      inputmode="numeric"
      min={1}
      max={highestSpeed}
      step={1}
      label={t.speed}
      hint={t.speedHint(highestSpeed)}
      form={form}
      required
    />
  );
};
