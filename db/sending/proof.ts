import { setInteractionState } from '../conversations.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import type { SendRow } from './send-facts.ts';

/** A first look found nothing; the second counts only when it is far enough away. */
export async function recordLook(em: Db, row: SendRow): Promise<void> {
  await run(
    em,
    sql`update send set looked_at = coalesce(looked_at, clock_timestamp()) where id = ${row.send.id}`,
  );
}

/** Nothing proves what became of it: a person decides. */
export async function recordUnconfirmed(em: Db, row: SendRow): Promise<void> {
  const { id: sendId, workspaceId } = row.send;
  await run(
    em,
    sql`with unconfirmed as (
      update send set state = 'unconfirmed', updated_at = now() where id = ${sendId} and state = 'sending' returning membership_id)
    update membership m set awaits = 'person', held = null from unconfirmed u where m.id = u.membership_id and m.state = 'walking'`,
  );
  await setInteractionState(em, { workspaceId, sendId, state: 'unconfirmed' });
  await tellUi(em, { workspaceId, topic: 'workspace', refId: null, kind: 'sends' });
}

/** The provider has had it all along: this id is ours from here on. */
export async function claimMessage(em: Db, sendId: string, providerId: string): Promise<void> {
  await run(
    em,
    sql`update send set provider_id = ${providerId}, state = 'accepted', accepted_at = workspace_now(workspace_id), updated_at = now()
    where id = ${sendId} and state in ('sending', 'unconfirmed')`,
  );
}

/** Which of these provider ids another send owns. */
export async function ownedIds(
  em: Db,
  accountId: string,
  { ids, but }: { ids: string[]; but: string },
): Promise<Set<string>> {
  const found = await firstRow<{ ids: string[] | null }>(
    em,
    sql`select array_agg(provider_id) as ids from send
    where provider_account_id = ${accountId} and provider_id = any(${ids}) and id <> ${but}`,
  );
  return new Set(found?.ids ?? []);
}
