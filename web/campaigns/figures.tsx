import { Figures } from '../kit/figures.tsx';
import type { SeatedUi } from '../ui.ts';
import type { CampaignProps } from './campaign.ts';

/** Six numbers, each with what it is a share of. */
export const CampaignFigures = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignProps }) => {
  const t = ui.t.campaigns.figures;
  const { number, share } = ui.format;
  const { sent, delivered, failed, replied, optedOut, started, overlapped } = campaign.figures;
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
        costFigure(ui, campaign),
      ]}
    />
  );
};

/** A provider may tell no price; then the sum is of the others, and says so. */
function costFigure(ui: SeatedUi, { figures }: CampaignProps) {
  const t = ui.t.campaigns.figures;
  const { money, unitPrice } = ui.format;
  const { sent, costMicros, unpriced } = figures;
  const currency = figures.currency ?? 'USD';
  if (sent > 0 && unpriced === sent) return { label: t.cost, value: t.notTold };
  const each = sent > 0 ? t.each(unitPrice(costMicros / (sent - unpriced), currency)) : undefined;
  const note = unpriced > 0 ? t.partlyTold(unpriced) : each;
  return { label: t.cost, value: money(costMicros, currency), note };
}
