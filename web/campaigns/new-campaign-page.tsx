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

interface Props {
  ui: SeatedUi;
  form: FormState;
  /** Published versions, newest of each sequence first. */
  versions: readonly Option[];
}

export const NewCampaignPage = ({ ui, form, versions }: Props) => {
  const t = ui.t.campaigns;
  return (
    <Shell ui={ui} title={t.new} nav="campaigns">
      <Page>
        <PageHead
          title={t.new}
          crumb={<Crumb to={[{ href: paths.campaigns(), label: t.title }]} />}
        />
        {versions.length > 0 ? (
          <NewCampaignForm ui={ui} form={form} versions={versions} />
        ) : (
          <EmptyState
            title={t.needsSequence}
            act={
              <LinkButton primary href={paths.sequences()}>
                {t.toSequences}
              </LinkButton>
            }
          />
        )}
      </Page>
    </Shell>
  );
};

export const NewCampaignForm = ({ ui, form, versions }: Props) => {
  const t = ui.t.campaigns;
  return (
    <form
      id="new-campaign"
      method="post"
      action={paths.campaigns()}
      class="stack-4 narrow"
      {...hx({
        post: paths.campaigns(),
        target: 'this',
        swap: 'outerMorph',
        disable: 'find button',
      })}
    >
      <OrderField />
      <FormErrors ui={ui} form={form} labels={{ name: t.name, versionId: t.setUp.version }} />
      <Input name="name" label={t.name} form={form} required maxlength={100} />
      <Select name="versionId" label={t.setUp.version} options={versions} form={form} />
      <div class="row">
        <Button primary type="submit">
          {t.create}
        </Button>
      </div>
    </form>
  );
};
