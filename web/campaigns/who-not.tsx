import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { CampaignProps } from './campaign.ts';
import { ReasonTable } from './reason-table.tsx';

/** Everybody who does not get it or stands still, with the reason and the people behind it. */
export const WhoNot = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignProps }) => {
  const t = ui.t.campaigns;
  const held = campaign.steps.reduce((sum, step) => sum + step.held, 0);
  return (
    <Section id="who-not" title={t.whoNot}>
      <p class="muted small">{t.leftOut(campaign.figures.excluded)}</p>
      <ReasonTable
        ui={ui}
        label={t.whoNot}
        reasons={campaign.exclusions}
        href={(reason) => paths.campaignPeople(campaign.id, { show: 'excluded', reason })}
      />
      {held > 0 && (
        <p>
          <a href={paths.campaignPeople(campaign.id, { show: 'held' })}>{t.heldNow}</a>{' '}
          <b class="num">{ui.format.number(held)}</b>
        </p>
      )}
    </Section>
  );
};
