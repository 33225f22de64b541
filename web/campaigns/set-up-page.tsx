import { Button } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { AudienceFields } from './audience-fields.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { ReachSummary, type ReachProps } from './reach.tsx';
import { ScheduleFields } from './schedule-fields.tsx';
import { SenderFields } from './sender-fields.tsx';
import type { SetUpChoices } from './set-up.ts';

export interface SetUpProps {
  ui: SeatedUi;
  id: string;
  form: FormState;
  choices: SetUpChoices;
  reach: ReachProps;
}

/** Everything that is decided before the launch, on one page. */
export const SetUpPage = (props: SetUpProps) => {
  const { ui, form } = props;
  const t = ui.t.campaigns;
  const name = String(form.values['name'] ?? '');
  return (
    <Shell ui={ui} title={name} nav="campaigns">
      <Page>
        <PageHead
          title={t.setUp.title(name)}
          lede={t.setUp.lede}
          crumb={<Crumb to={[{ href: paths.campaigns(), label: t.title }]} />}
        />
        <SetUpForm {...props} />
      </Page>
    </Shell>
  );
};

export const SetUpForm = ({ ui, id, form, choices, reach }: SetUpProps) => {
  const t = ui.t.campaigns.setUp;
  return (
    <form
      id="set-up"
      method="post"
      action={paths.campaignDraft(id)}
      {...hx({ post: paths.campaignDraft(id), target: 'this', swap: 'outerMorph' })}
    >
      <div class="cols">
        <div>
          <FormErrors ui={ui} form={form} labels={labelsOf(ui)} />
          <Section id="what" title={t.sequence} class="stack-4">
            <Input name="name" label={ui.t.campaigns.name} form={form} required maxlength={100} />
            <Select
              name="versionId"
              label={t.version}
              options={choices.versions}
              empty={t.chooseVersion}
              form={form}
            />
          </Section>
          <AudienceFields ui={ui} form={form} choices={choices} />
          <ScheduleFields ui={ui} form={form} zones={choices.zones} />
          <SenderFields ui={ui} form={form} senders={choices.senders} />
          <ConsentFields ui={ui} form={form} />
        </div>
        <div class="beside">
          <div
            {...hx({
              post: paths.campaignAudience(id),
              target: '#reach',
              swap: 'outerMorph',
              trigger: 'input changed delay:500ms from:#set-up, change delay:300ms from:#set-up',
              include: 'closest form',
              sync: 'this:replace',
            })}
          >
            <ReachSummary ui={ui} reach={reach} />
          </div>
          <div class="row">
            <Button type="submit" name="next" value="stay">
              {t.save}
            </Button>
            <Button primary type="submit" name="next" value="review">
              {t.review}
            </Button>
          </div>
        </div>
      </div>
    </form>
  );
};

function labelsOf(ui: SeatedUi): Record<string, string> {
  const t = ui.t.campaigns.setUp;
  return {
    name: ui.t.campaigns.name,
    versionId: t.version,
    days: t.days,
    from: t.from,
    to: t.to,
    zone: t.zone,
    dailyLimit: t.dailyLimit,
    statement: t.statement,
    tagsAny: t.tagsAny,
    tagsAll: t.tagsAll,
    tagsNone: t.tagsNone,
    countries: t.countries,
    regions: t.regions,
    languages: t.languages,
  };
}
