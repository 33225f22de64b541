import { Badge } from '../kit/badge.tsx';
import { Section } from '../kit/section.tsx';
import { Stages, type Stage } from '../kit/stages.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { CampaignToday } from './types.ts';

interface CampaignsProps {
  ui: SeatedUi;
  campaigns: readonly CampaignToday[];
}

export const Campaigns = ({ ui, campaigns }: CampaignsProps) => {
  const said = ui.t.today.campaigns;
  return (
    <Section id="campaigns" title={said.title} acts={<a href={paths.campaigns()}>{said.all}</a>}>
      {campaigns.length === 0 ? (
        <p class="muted">{said.none}</p>
      ) : (
        <div class="stack-4">
          {campaigns.map((campaign) => (
            <Campaign ui={ui} campaign={campaign} />
          ))}
        </div>
      )}
    </Section>
  );
};

const Campaign = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignToday }) => (
  <article class="camp">
    <h3>
      <a href={paths.campaign(campaign.id)}>{campaign.name}</a>{' '}
      <State ui={ui} campaign={campaign} />
    </h3>
    <p class="muted small">{figures(ui, campaign)}</p>
    <Stages ui={ui} label={campaign.name} fold={false} stages={stagesOf(ui, campaign)} />
  </article>
);

const State = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignToday }) => {
  const said = ui.t.today.campaigns;
  switch (campaign.state) {
    case 'running':
      return null;
    case 'paused':
      return (
        <Badge tone="warn" icon="pause">
          {campaign.pausedBy ? said.pausedBy(campaign.pausedBy) : said.states.paused}
        </Badge>
      );
    case 'draft':
    case 'launching':
      return <Badge>{said.states[campaign.state]}</Badge>;
  }
};

function figures(ui: SeatedUi, { state, people, reached, replied }: CampaignToday): string {
  const said = ui.t.today.campaigns;
  if (state === 'draft') return said.notYet;
  if (state === 'launching') return said.writing;
  return [said.reached(reached, people), reached > 0 && said.replied(replied, reached)]
    .filter(Boolean)
    .join(' · ');
}

function stagesOf(ui: SeatedUi, campaign: CampaignToday): Stage[] {
  const said = ui.t.today.campaigns;
  const { state, launchedAt, pausedAt, lastPlannedAt, people, reached } = campaign;
  if (!launchedAt) return [{ when: 'next', title: said.review }];
  const started = lastPlannedAt ? said.lastStart(lastPlannedAt) : said.allStarted;
  const ending = state === 'launching' ? said.notKnown : started;
  return [
    { when: 'past', title: said.launched(launchedAt) },
    {
      when: 'now',
      title: pausedAt ? said.pausedAt(pausedAt) : said.today,
      progress: { value: reached, max: people },
    },
    { when: 'next', title: ending },
  ];
}
