import type { CampaignOrder } from '#domain/campaigns/stages.ts';
import { Button } from '../kit/button.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Rich } from '../kit/rich.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { CampaignProps } from './campaign.ts';

/** What comes next, and the orders to hold or end it. */
export const CampaignControl = ({ ui, campaign }: { ui: SeatedUi; campaign: CampaignProps }) => {
  const t = ui.t.campaigns;
  const { state, figures, orders, id } = campaign;
  if (state === 'stopped' || state === 'complete' || state === 'draft') return null;
  const may = (order: CampaignOrder) => orders.includes(order);
  return (
    <section class="control" aria-label={t.control}>
      <p>
        <Rich text={noteOf(ui, campaign)} /> {state === 'running' && t.pauseNote}
      </p>
      <div class="row">
        {may('pause') && <Order label={t.pause} post={paths.pauseCampaign(id)} icon="pause" />}
        {may('resume') && (
          <Order label={t.resume} post={paths.resumeCampaign(id)} icon="resume" primary />
        )}
        {may('stop') && (
          <Order
            label={t.stop}
            post={paths.stopCampaign(id)}
            icon="stop"
            ask={t.stopAsk(figures.walking + figures.enrolled)}
            yes={t.stopYes}
          />
        )}
      </div>
    </section>
  );
};

function noteOf(ui: SeatedUi, { state, figures }: CampaignProps): string {
  const t = ui.t.campaigns;
  if (state === 'paused') return t.pausedNote;
  if (state === 'launching') return t.launchingNote;
  return figures.nextRelease ? t.next(figures.nextRelease) : t.nextNone;
}

interface OrderProps {
  label: string;
  post: string;
  icon: 'pause' | 'resume' | 'stop';
  primary?: boolean;
  ask?: string;
  yes?: string;
}

const Order = ({ label, post, icon, primary, ask, yes }: OrderProps) => (
  <form
    method="post"
    action={post}
    {...hx({ post, disable: 'find button', swap: 'none', ...(ask ? { confirm: ask } : {}) })}
    data-confirm-yes={yes}
  >
    <OrderField />
    <Button type="submit" icon={icon} primary={primary} danger={ask !== undefined}>
      {label}
    </Button>
  </form>
);
