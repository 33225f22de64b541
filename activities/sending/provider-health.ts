import { closeAlert, openAlert } from '#db/alerts.ts';
import type { SendRow } from '#db/sending/send-facts.ts';
import type { World } from '../world.ts';

/** Accounts that have answered this process since their last silence: nothing to report again. */
const answering = new Set<string>();

/** Shown on the campaigns and on Today, until a call is answered again. */
export async function providerIsDown(
  { database }: World,
  row: SendRow,
  accountId: string,
  code: string,
): Promise<void> {
  answering.delete(accountId);
  const { workspaceId } = row.send;
  await database.transaction((em) =>
    openAlert(em, {
      workspaceId,
      kind: 'provider-down',
      subjectType: 'provider_account',
      subjectId: accountId,
      detail: { code },
    }),
  );
}

export async function providerAnswers({ database }: World, accountId: string): Promise<void> {
  if (answering.has(accountId)) return;
  answering.add(accountId);
  await database.transaction((em) =>
    closeAlert(em, { kind: 'provider-down', subjectId: accountId }),
  );
}
