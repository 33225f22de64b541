import { ProviderAccount } from '#db/entities/provider-account.ts';
import { recordCheck } from '#db/senders/record-check.ts';
import type { AccountActivities } from '#workflows/accounts/activities.ts';
import { settleOpenPhone } from './accounts/openphone.ts';
import type { World } from './world.ts';

/** What becomes of a provider account when somebody looks at it. */
export function createAccountActivities(world: World): AccountActivities {
  const { database, provider } = world;
  return { checkAccount };

  async function checkAccount(input: { accountId: string; orderId: string }): Promise<string> {
    const result = await resultOf(input.accountId);
    await database.transaction((em) => recordCheck(em, { ...input, result }));
    return result;
  }

  async function resultOf(accountId: string): Promise<string> {
    const client = await provider(accountId, { fresh: true }).catch(() => null);
    // Sealed with another APP_SECRET, or a sandbox account where no sandbox is set.
    if (!client) return 'not-opened';
    const answer = await client.check();
    if (!answer.ok) return answer.code;
    if (!answer.numbers) return 'ok';
    const account = await database.fork().findOneOrFail(ProviderAccount, { id: accountId });
    return settleOpenPhone(world, account, answer.numbers);
  }
}
