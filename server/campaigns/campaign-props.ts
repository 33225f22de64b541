import type { Context } from 'hono';
import { openAlertOf } from '#db/alerts.ts';
import type { CampaignRow } from '#db/campaigns/draft.ts';
import { campaignFigures, exclusions, stepFigures } from '#db/campaigns/figures.ts';
import { may } from '#domain/access/permissions.ts';
import { campaignOrders } from '#domain/campaigns/stages.ts';
import { workflowIds } from '#domain/names.ts';
import type { AppEnv } from '#server/context.ts';
import { engineUrl, type EngineUi } from '#server/temporal/ui-url.ts';
import type { CampaignProps } from '#web/campaigns/campaign.ts';

/** A launched campaign with its figures, as its page wants it. */
export async function campaignProps(
  c: Context<AppEnv>,
  env: EngineUi,
  campaign: CampaignRow,
): Promise<CampaignProps> {
  const { em, seat } = c.var;
  const { id, workspaceId, sequence } = campaign;
  if (!sequence) throw new Error('A launched campaign has a version.');
  const mayControl = may(seat.role, 'campaign.control');
  return {
    ...campaign,
    sequence,
    figures: await campaignFigures(em, workspaceId, id),
    steps: await stepFigures(em, workspaceId, id),
    exclusions: await exclusions(em, workspaceId, id),
    orders: mayControl ? campaignOrders(campaign.state) : [],
    providerDown: await openAlertOf(em, workspaceId, 'provider-down'),
    engineUrl: engineUrl(env, workflowIds.campaign(id)),
  };
}
