import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export const NewSequencePage = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const t = ui.t.sequences;
  return (
    <Shell ui={ui} title={t.new} nav="sequences">
      <Page>
        <PageHead
          title={t.new}
          lede={t.newLede}
          crumb={<Crumb to={[{ href: paths.sequences(), label: t.title }]} />}
        />
        <NewSequenceForm ui={ui} form={form} />
      </Page>
    </Shell>
  );
};

export const NewSequenceForm = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const t = ui.t.sequences;
  const post = paths.sequences();
  return (
    <form
      id="new-sequence"
      method="post"
      action={post}
      class="stack-4 narrow"
      {...hx({ post, target: 'this', swap: 'outerMorph', disable: 'find button' })}
    >
      <OrderField />
      <FormErrors ui={ui} form={form} labels={{ name: t.name }} />
      <Input name="name" label={t.name} form={form} required maxlength={100} autofocus />
      <div class="row">
        <Button primary type="submit">
          {t.create}
        </Button>
      </div>
    </form>
  );
};
