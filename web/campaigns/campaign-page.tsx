import { Badge, type Tone } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Partial } from '../kit/partial.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { CampaignProps } from './campaign.ts';
import { CampaignControl } from './control.tsx';
import { CampaignFigures } from './figures.tsx';
import { Funnel } from './funnel.tsx';
import { CampaignStages } from './stages.tsx';
import { WhoNot } from './who-not.tsx';

interface Props {
  ui: SeatedUi;
  campaign: CampaignProps;
}

/** One campaign while it runs and after: what happened, what is now, what comes. */
export const CampaignPage = ({ ui, campaign }: Props) => {
  return (
    <Shell ui={ui} title={campaign.name} nav="campaigns">
      <Page>
        <Head ui={ui} campaign={campaign} />
        <Live ui={ui} campaign={campaign} />
      </Page>
    </Shell>
  );
};

/** What live events ask for again: the figures, and the state in the head. */
export const CampaignNews = ({ ui, campaign }: Props) => (
  <>
    <Live ui={ui} campaign={campaign} />
    <Partial target="#campaign-head" swap="outerMorph">
      <Head ui={ui} campaign={campaign} />
    </Partial>
  </>
);

const Head = ({ ui, campaign }: Props) => {
  const t = ui.t.campaigns;
  const { sequence } = campaign;
  return (
    <PageHead
      id="campaign-head"
      title={campaign.name}
      badge={<StateBadge ui={ui} state={campaign.state} />}
      crumb={<Crumb to={[{ href: paths.campaigns(), label: t.title }]} />}
      acts={
        <>
          <LinkButton quiet icon="sequences" href={paths.version(sequence.id, sequence.version)}>
            {t.sequenceVersion(sequence.name, sequence.version)}
          </LinkButton>
          {campaign.engineUrl && (
            <LinkButton quiet icon="external" href={campaign.engineUrl} target="_blank">
              {t.engine}
            </LinkButton>
          )}
        </>
      }
    />
  );
};

const Live = ({ ui, campaign }: Props) => {
  const t = ui.t.campaigns;
  return (
    <div
      id="campaign"
      class="campaign-live"
      data-state={campaign.state}
      {...hx({
        get: paths.campaignFigures(campaign.id),
        trigger: onNews(`campaign:${campaign.id}`, '1s'),
        swap: 'outerMorph',
      })}
    >
      <CampaignStages ui={ui} campaign={campaign} />
      {campaign.alert && campaign.state === 'paused' && (
        <Banner tone="danger" role="alert">
          {t.alert(t.alerts[campaign.alert] ?? campaign.alert)}
        </Banner>
      )}
      {campaign.providerDown && campaign.state === 'running' && (
        <Banner tone="warn" role="status">
          {t.providerDown}
        </Banner>
      )}
      <CampaignControl ui={ui} campaign={campaign} />
      <CampaignFigures ui={ui} campaign={campaign} />
      <div class="cols">
        <div>
          <Funnel ui={ui} campaign={campaign} />
        </div>
        <div>
          <WhoNot ui={ui} campaign={campaign} />
        </div>
      </div>
    </div>
  );
};

const tones: Record<CampaignProps['state'], Tone> = {
  draft: 'plain',
  launching: 'on',
  running: 'on',
  paused: 'warn',
  stopped: 'danger',
  complete: 'ok',
};

export const StateBadge = ({ ui, state }: { ui: SeatedUi; state: CampaignProps['state'] }) => (
  <Badge tone={tones[state]}>{ui.t.campaigns.states[state]}</Badge>
);
