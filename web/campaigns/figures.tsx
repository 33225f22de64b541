import { Figures } from '../kit/figures.tsx';
import type { SeatedUi } from '../ui.ts';
import type { CampaignProps } from './campaign.ts';

/** Six numbers, each with what it is a share of. */
export const CampaignFigures = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignProps }) => {
  const t = ui.t.campaigns.figures;
  const { number, share, money, unitPrice } = ui.format;
  const { sent, delivered, failed, replied, optedOut, started, overlapped, costMicros, currency } =
    campaign.figures;
  return (
    <Figures
      figures={[
        { label: t.sent, value: number(sent) },
        { label: t.delivered, value: share(delivered, sent), note: number(delivered) },
        {
          label: t.failed,
          value: number(failed),
          note: sent > 0 ? t.ofSent(share(failed, sent)) : undefined,
        },
        { label: t.replied, value: number(replied), note: t.ofPeople(share(replied, started)) },
        {
          label: t.optedOut,
          value: number(optedOut),
          note: overlapped > 0 ? t.overlapped(overlapped) : t.ofPeople(share(optedOut, started)),
        },
        {
          label: t.cost,
          value: money(costMicros, currency ?? 'USD'),
          note: sent > 0 ? t.each(unitPrice(costMicros / sent, currency ?? 'USD')) : undefined,
        },
      ]}
    />
  );
};
