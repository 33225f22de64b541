import { v5 } from 'uuid';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';

const betweenLooksMs = 15 * 60_000;

/**
 * Has an account looked at because of something that happened, no matter how often it does: once in a
 * quarter of an hour for the same reason.
 * @param at when it happened, real time
 */
export async function lookUnasked(
  em: Db,
  {
    workspaceId,
    accountId,
    because,
    at,
  }: { workspaceId: string; accountId: string; because: string; at: Date },
): Promise<void> {
  const turn = Math.floor(at.getTime() / betweenLooksMs);
  const orderId = v5(`${because} ${turn}`, accountId);
  await tellRelay(em, { workspaceId, kind: 'account.check', key: accountId, payload: { orderId } });
}
