import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { jsonb, rows, sql } from '../sql.ts';

/** A file that came with a message; it is fetched into our own store by a workflow. */
export interface NewAttachment {
  sourceUrl: string;
  contentType: string;
  name?: string;
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
