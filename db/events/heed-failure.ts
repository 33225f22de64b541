import { refusalOf, type Provider } from '#domain/sending/refusals.ts';
import { openAlert } from '../alerts.ts';
import { pauseByProvider } from '../campaigns/pause-by-provider.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

/** The message that a provider refused, or took and could not deliver. */
export interface FailedSend {
  id: string;
  workspaceId: string;
  addressId: string;
  campaignId?: string | null;
}

/**
 * What a failure means for later messages. The message itself is over: one that the provider has
 * taken is not sent again.
 */
export async function heedFailure(
  em: Db,
  send: FailedSend,
  { provider, code }: { provider: Provider; code: string },
): Promise<void> {
  const { action, reason } = refusalOf(provider, code);
  const { workspaceId, addressId } = send;
  switch (action) {
    case 'suppress':
      await run(
        em,
        sql`insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
        values (${workspaceId}, ${addressId}, 'sms', 'provider', ${{ code, sendId: send.id }}, workspace_now(${workspaceId}))`,
      );
      await endMembershipsOfAddress(em, { workspaceId, addressId, ending: 'suppressed' });
      return;
    case 'invalid-address':
    case 'landline':
      await run(
        em,
        sql`update address set invalid_reason = ${reason}, invalid_at = workspace_now(${workspaceId})
        where workspace_id = ${workspaceId} and id = ${addressId}`,
      );
      return;
    case 'stop-campaign-and-alert':
      if (send.campaignId) await stopCampaign(em, workspaceId, send.campaignId, { code, reason });
      return;
    case 'retry-later':
    case 'pause-sender':
    case 'fail':
  }
}

async function stopCampaign(
  em: Db,
  workspaceId: string,
  campaignId: string,
  detail: { code: string; reason: string },
): Promise<void> {
  await pauseByProvider(em, { workspaceId, campaignId, reason: detail.reason });
  await openAlert(em, {
    workspaceId,
    kind: 'campaign-stopped',
    subjectType: 'campaign',
    subjectId: campaignId,
    detail,
  });
}
