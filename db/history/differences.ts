import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** A thing that the provider has and we had not when the import was proved. */
export interface HoleRow {
  kind: 'conversation' | 'message' | 'call';
  externalId: string;
  mendedAt: Date | null;
}

/** A conversation of which one side has, or had, what the other has not. */
export interface DifferenceRow {
  externalId: string;
  /** Ours; null where it is not here. */
  conversationId: string | null;
  with: string | null;
  /** Of ours, in E.164. */
  number: string | null;
  messagesTheirs: number;
  messagesOurs: number;
  callsTheirs: number;
  callsOurs: number;
  missing: HoleRow[];
  missingInAll: number;
}

export interface DifferenceList {
  differences: DifferenceRow[];
  total: number;
}

export interface DifferencesAsked {
  workspaceId: string;
  importId: string;
  /** The last of the page before. */
  after?: { missingInAll: number; externalId: string } | undefined;
  limit: number;
  /** How many missing things are named for each. */
  named: number;
}

/** Conversations that differ, those with the largest holes first. */
export async function historyDifferences(
  em: Db,
  { workspaceId, importId, after, limit, named }: DifferencesAsked,
): Promise<DifferenceList> {
  const found = await firstRow<{ total: number; differences: Stored[] }>(
    em,
    sql`with counted as (
      select conversation_external_id as id, min(number_external_id) as number_id, count(*)::int as missing
      from history_hole where workspace_id = ${workspaceId} and history_import_id = ${importId} group by 1),
    tallied as (
      select * from history_tally where workspace_id = ${workspaceId} and history_import_id = ${importId}),
    differing as (
      select coalesce(t.conversation_external_id, c.id) as id, coalesce(t.number_external_id, c.number_id) as number_id,
        coalesce(t.messages_theirs, 0) as messages_theirs, coalesce(t.messages_ours, 0) as messages_ours,
        coalesce(t.calls_theirs, 0) as calls_theirs, coalesce(t.calls_ours, 0) as calls_ours,
        coalesce(c.missing, 0) as missing
      from tallied t full join counted c on c.id = t.conversation_external_id
      where c.id is not null or t.messages_theirs <> t.messages_ours or t.calls_theirs <> t.calls_ours),
    shown as (
      select * from differing
      where ${after?.externalId ?? null}::text is null or missing < ${after?.missingInAll ?? 0}
        or (missing = ${after?.missingInAll ?? 0} and id > ${after?.externalId ?? ''})
      order by missing desc, id limit ${limit})
    select (select count(*)::int from differing) as total, (
      select coalesce(jsonb_agg(jsonb_build_object(
        'externalId', d.id, 'conversationId', c.id, 'number', n.value,
        'with', coalesce(nullif(trim(concat_ws(' ', contact.first_name, contact.last_name)), ''), case when contact.erased_at is null then array_to_string(pc.participants, ', ') end),
        'messagesTheirs', d.messages_theirs, 'messagesOurs', d.messages_ours,
        'callsTheirs', d.calls_theirs, 'callsOurs', d.calls_ours, 'missingInAll', d.missing,
        'missing', (
          select coalesce(jsonb_agg(hole), '[]') from (
            select kind, external_id as "externalId", mended_at as "mendedAt" from history_hole
            where history_import_id = ${importId} and conversation_external_id = d.id
            order by mended_at nulls first, kind, external_id limit ${named}) hole)
        ) order by d.missing desc, d.id), '[]')
      from shown d
      join history_import h on h.workspace_id = ${workspaceId} and h.id = ${importId}
      left join provider_number n on n.provider_account_id = h.provider_account_id and n.external_id = d.number_id
      left join provider_conversation pc on pc.provider_account_id = h.provider_account_id and pc.external_id = d.id
      left join contact on contact.workspace_id = pc.workspace_id and contact.id = pc.contact_id
      left join conversation c on c.workspace_id = pc.workspace_id and c.contact_id = coalesce(contact.merged_into, contact.id)
    ) as differences`,
  );
  return {
    total: found?.total ?? 0,
    differences: (found?.differences ?? []).map((difference) => ({
      ...difference,
      missing: difference.missing.map((hole) => ({ ...hole, mendedAt: date(hole.mendedAt) })),
    })),
  };
}

type Stored = Omit<DifferenceRow, 'missing'> & {
  missing: (Omit<HoleRow, 'mendedAt'> & { mendedAt: string | null })[];
};

const date = (at: string | null): Date | null => (at === null ? null : new Date(at));

export interface NamedHole extends HoleRow {
  numberExternalId: string;
  conversationExternalId: string;
  foundAt: Date;
}

/** All that was found missing, in the order of the provider's ids, behind `after`. */
export function historyHoles(
  em: Db,
  asked: {
    workspaceId: string;
    importId: string;
    after?: Pick<HoleRow, 'kind' | 'externalId'> | undefined;
    limit: number;
  },
): Promise<NamedHole[]> {
  const { workspaceId, importId, after, limit } = asked;
  return rows(
    em,
    sql<NamedHole>`select kind, external_id as "externalId", number_external_id as "numberExternalId",
      conversation_external_id as "conversationExternalId", found_at as "foundAt", mended_at as "mendedAt"
    from history_hole where workspace_id = ${workspaceId} and history_import_id = ${importId}
      and (kind, external_id) > (${after?.kind ?? ''}, ${after?.externalId ?? ''})
    order by kind, external_id limit ${limit}`,
  );
}
