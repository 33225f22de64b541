import type { ProviderAccount } from '#db/entities/provider-account.ts';
import { opensKnownNumbers } from '#db/history/known-numbers.ts';
import { writeNumbers } from '#db/history/write-numbers.ts';
import type { PastNumber } from '#domain/history/exchange.ts';
import type { World } from '../world.ts';
import { makeWebhooks } from './webhooks.ts';

/**
 * What follows when a key of OpenPhone was found right: it must open the workspace that we know, whose
 * numbers are written down, and whose news must lead here.
 * @returns `ok`, or `other-workspace`
 */
export async function settleOpenPhone(
  world: World,
  account: ProviderAccount,
  numbers: readonly PastNumber[],
): Promise<string> {
  const known = { workspaceId: account.workspaceId, accountId: account.id };
  const { database } = world;
  const isOurs = await database.transaction(async (em) => {
    const ids = numbers.map(({ providerId }) => providerId);
    if (!(await opensKnownNumbers(em, { ...known, ids }))) return false;
    await writeNumbers(em, { ...known, numbers });
    return true;
  });
  if (!isOurs) return 'other-workspace';
  await makeWebhooks(world, account);
  return 'ok';
}
