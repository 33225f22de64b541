import { Stages, type Stage } from '../kit/stages.tsx';
import type { SeatedUi } from '../ui.ts';
import { peopleOf, type CampaignProps } from './campaign.ts';

/** Drafted, launched, sending, everybody reached, over. */
export const CampaignStages = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignProps }) => {
  const t = ui.t.campaigns;
  const { figures, launchedAt, endedAt, dailyLimit } = campaign;
  const isOver = endedAt !== null;
  const allIn = figures.started >= peopleOf(campaign);
  const stages: Stage[] = [
    { when: 'past', title: t.drafted, note: t.created(campaign.createdAt, campaign.createdBy) },
    { when: 'past', title: t.launched, note: launchedAt && ui.format.moment(launchedAt) },
    {
      when: isOver || allIn ? 'past' : 'now',
      title: t.sendingNow,
      note: t.goneToday(figures.sentToday, dailyLimit),
      progress: isOver || allIn ? undefined : { value: figures.started, max: peopleOf(campaign) },
    },
    {
      when: isOver ? 'past' : allIn ? 'now' : 'next',
      title: t.lastReached,
      note:
        figures.lastRelease &&
        (allIn ? ui.format.day(figures.lastRelease) : t.about(figures.lastRelease)),
    },
    {
      when: isOver ? 'past' : 'next',
      title: isOver ? t.states[campaign.state] : t.ends,
      note: isOver ? ui.format.moment(endedAt) : t.notYet,
    },
  ];
  return <Stages ui={ui} stages={stages} />;
};
