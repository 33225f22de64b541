import { firstRow, sql } from '#db/sql.ts';
import type { Office, Person } from './office.ts';

/** A running campaign in which a person walks; gives the ids of both. */
export async function addWalk(
  { database, workspaceId }: Office,
  person: Person,
  state: 'enrolled' | 'walking' = 'walking',
): Promise<{ campaignId: string; membershipId: string }> {
  return database.transaction(async (em) => {
    const sequenceId = await idOf(
      sql`insert into sequence (workspace_id, name) values (${workspaceId}, 'Gutters') returning id`,
    );
    const versionId = await idOf(
      sql`insert into sequence_version (workspace_id, sequence_id, number, blocks)
      values (${workspaceId}, ${sequenceId}, 1, '[]') returning id`,
    );
    const campaignId = await idOf(
      sql`insert into campaign (workspace_id, name, state, sequence_id, version_id, send_window)
      values (${workspaceId}, 'Spring', 'running', ${sequenceId}, ${versionId}, '{}') returning id`,
    );
    const membershipId = await idOf(
      sql`insert into membership (workspace_id, campaign_id, contact_id, address_id, version_id, state, step_id)
      values (${workspaceId}, ${campaignId}, ${person.contactId}, ${person.addressId}, ${versionId}, ${state}, 'one') returning id`,
    );
    return { campaignId, membershipId };

    async function idOf(statement: ReturnType<typeof sql>): Promise<string> {
      return ((await firstRow(em, statement)) as { id: string }).id;
    }
  });
}

/** A message of ours in the ledger. */
export async function addSend(
  office: Office,
  person: Person,
  change: {
    state?: string;
    providerId?: string | null;
    membershipId?: string;
    campaignId?: string;
  } = {},
): Promise<string> {
  const { state = 'accepted', providerId = null } = change;
  const em = office.database.fork();
  const row = await firstRow<{ id: string }>(
    em,
    sql`insert into send (workspace_id, intent_key, purpose, channel, state, contact_id, address_id, sender_id,
      provider_account_id, provider_id, membership_id, campaign_id, step_id, body, decided_at)
    values (${office.workspaceId}, ${crypto.randomUUID()}, 'marketing', 'sms', ${state}, ${person.contactId},
      ${person.addressId}, ${office.senderId}, ${office.accountId}, ${providerId}, ${change.membershipId ?? null},
      ${change.campaignId ?? null}, 'one', 'Hello', now()) returning id`,
  );
  return row?.id ?? '';
}
