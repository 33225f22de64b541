import { applyStatus } from '../events/apply-status.ts';
import type { Db } from '../orm.ts';
import { sql } from '../sql.ts';

export type OpenSend = { providerId: string; state: 'delivered' | 'undelivered' };

/**
 * A scalar over the CTE `given` of a page: messages of the ledger that are open here and have come to their
 * end there, as JSON.
 */
export const openSends = (accountId: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('providerId', g.provider_id, 'state', g.state)), '[]')
  from given g join send s on s.provider_account_id = ${accountId} and s.provider_id = g.provider_id
  where g.direction = 'out' and g.state in ('delivered', 'undelivered') and s.state in ('accepted', 'sent'))`;

/** What no webhook told of them, the ledger learns as it would have by one. */
export async function settleSends(
  em: Db,
  { workspaceId, accountId: providerAccountId }: { workspaceId: string; accountId: string },
  sends: readonly OpenSend[],
): Promise<void> {
  const told = { workspaceId, providerAccountId, provider: 'openphone' as const };
  const untold = { sendId: null, errorCode: null, segments: null, priceMicros: null };
  for (const send of sends) await applyStatus(em, told, { ...send, ...untold });
}
