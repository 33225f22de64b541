import { partyNumber } from '#domain/openphone/party-number.ts';
import type { RawBuilder } from 'kysely';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { onceErased } from './erased-conversations.ts';
import { survivorOf } from './survivor.ts';
import { madeId, writeConversations, type OurNumber } from './write-conversations.ts';

/** A conversation of the provider's as ours is found by it. */
export interface KnownConversation {
  id: string;
  /** The provider's id; `made:...` while it is not known. */
  externalId: string;
  /** Of the contact that it lies with today. */
  contactId: string;
  /** The conversation of ours; null where nothing has been said yet. */
  conversationId: string | null;
  /** The contact was erased: nothing is written down of them any more. */
  erased: boolean;
  /** The provider's id of the number of ours. */
  numberId: string;
  /** The number of ours in E.164. */
  number: string;
  senderId: string | null;
  /** As the provider writes them, sorted. */
  participants: string[];
}

export interface ConversationSought {
  workspaceId: string;
  accountId: string;
  /** The provider's id of the conversation, where it is told. */
  externalId?: string | null;
  /** The provider's id of the number of ours. */
  numberId: string;
  /** The other side. */
  participants: readonly string[];
  /** When it was last heard of, where it must be made; ISO 8601. Now, unless it is said. */
  at?: string;
}

/**
 * The conversation that the provider names, or that these people have with that number; made where it is
 * not known, with its contact.
 * @returns null where the number is not known, or nobody is on the other side
 */
export async function knownConversation(
  em: Db,
  sought: ConversationSought,
): Promise<KnownConversation | null> {
  const { workspaceId, accountId, numberId } = sought;
  const number = await ourNumber(em, { workspaceId, accountId, externalId: numberId });
  if (!number) return null;
  const made = madeIdOf(sought, number);
  const find = () => conversationBy(em, sought, sought.externalId ?? null, made, number);
  const found = await find();
  if (found) return found;
  if (sought.participants.filter(Boolean).length === 0) return null;
  await writeConversations(em, {
    workspaceId,
    accountId,
    number,
    conversations: [
      {
        providerId: sought.externalId ?? made,
        numberId,
        participants: sought.participants,
        name: null,
        assignedTo: null,
        createdAt: null,
        updatedAt: null,
        lastActivityAt: sought.at ?? new Date().toISOString(),
        lastActivityId: null,
        deletedAt: null,
      },
    ],
  });
  return (await find()) ?? null;
}

const madeIdOf = ({ participants }: ConversationSought, number: OurNumber): string =>
  madeId(
    number,
    [...new Set(participants)].map((written) => ({
      written,
      number: partyNumber(written, number.value),
    })),
  );

/** A number of ours by the provider's id of it. */
function ourNumber(
  em: Db,
  {
    workspaceId,
    accountId,
    externalId,
  }: Record<'workspaceId' | 'accountId' | 'externalId', string>,
): Promise<OurNumber | undefined> {
  return firstRow(
    em,
    sql<OurNumber>`select id, external_id as "externalId", value, sender_id as "senderId" from provider_number
    where workspace_id = ${workspaceId} and provider_account_id = ${accountId} and external_id = ${externalId}`,
  );
}

/** The columns of a KnownConversation, for a conversation `p` with its number `n`. */
export const knownColumns = sql`p.id, p.external_id as "externalId", s.id as "contactId", v.id as "conversationId",
  s.erased_at is not null as erased, n.external_id as "numberId", n.value as number, n.sender_id as "senderId", p.participants`;

/** The tables behind `knownColumns`. */
export const knownTables = (
  workspaceId: string | RawBuilder<unknown>,
) => sql`provider_conversation p
  join provider_number n on n.workspace_id = p.workspace_id and n.id = p.provider_number_id
  cross join ${survivorOf(workspaceId, sql`p.contact_id`)} s
  left join conversation v on v.workspace_id = p.workspace_id and v.contact_id = s.id`;

/** By the id told; else by the people, of whom one writing of a number is as good as another. */
async function conversationBy(
  em: Db,
  { workspaceId, accountId, participants }: ConversationSought,
  externalId: string | null,
  made: string,
  number: OurNumber,
): Promise<KnownConversation | undefined> {
  const select = sql<KnownConversation>`select ${knownColumns} from ${knownTables(workspaceId)}
    where p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId}`;
  if (externalId !== null) {
    const told = await firstRow(
      em,
      sql<KnownConversation>`${select} and p.external_id = ${externalId}`,
    );
    if (told) return told;
    // The id is news: writing it down finds the row that was made without.
    return undefined;
  }
  const written = [...new Set(participants)].toSorted();
  return firstRow(
    em,
    sql<KnownConversation>`${select} and p.provider_number_id = ${number.id}
      and (p.external_id = ${made} or p.participants = ${written}::text[]
        or p.participants in (${onceErased(workspaceId, written)}))
    order by p.deleted_at nulls first, p.last_activity_at desc nulls last limit 1`,
  );
}
