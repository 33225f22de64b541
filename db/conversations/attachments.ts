import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, jsonb, rows, sql } from '../sql.ts';

/** A file that came with a message; it is fetched into our own store by a workflow. */
export interface NewAttachment {
  sourceUrl: string;
  contentType: string;
  name?: string;
}

/** The files of a message that is there without any: whoever wrote it down did not hear of them. */
export async function addMissingAttachments(
  em: Db,
  message: {
    workspaceId: string;
    providerAccountId: string;
    providerId: string;
    pictures: readonly NewAttachment[];
  },
): Promise<void> {
  const { workspaceId, providerAccountId, providerId, pictures } = message;
  if (pictures.length === 0) return;
  const bare = await firstRow<{ id: string }>(
    em,
    sql`select i.id from interaction i where i.workspace_id = ${workspaceId} and i.provider_account_id = ${providerAccountId}
      and i.provider_id = ${providerId} and not exists (select from attachment a where a.workspace_id = i.workspace_id and a.interaction_id = i.id)`,
  );
  if (!bare) return;
  await addAttachments(em, { workspaceId, interactionId: bare.id, attachments: pictures });
}

/** Adds attachments in the order given and asks for each to be fetched. */
export async function addAttachments(
  em: Db,
  input: {
    workspaceId: string;
    interactionId: string;
    attachments: readonly NewAttachment[];
  },
): Promise<void> {
  const { workspaceId, interactionId, attachments } = input;
  const made = await rows<{ id: string }>(
    em,
    sql`insert into attachment (workspace_id, interaction_id, position, source_url, content_type, name)
    select ${workspaceId}::uuid, ${interactionId}::uuid, a.position - 1, a.file->>'sourceUrl', a.file->>'contentType',
      coalesce(a.file->>'name', '')
    from jsonb_array_elements(${jsonb(attachments)}) with ordinality as a(file, position)
    returning id`,
  );
  await tellRelay(
    em,
    ...made.map(({ id }) => ({ workspaceId, kind: 'attachment.fetch' as const, key: id })),
  );
}
