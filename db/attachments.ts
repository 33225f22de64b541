import type { StoredBlob } from './blobs.ts';
import { recordBlob } from './blobs/keep.ts';
import type { Db } from './orm.ts';
import { firstRow, sql } from './sql.ts';
import { tellUi } from './ui-events.ts';

/** Why a file that came with a message is not there. */
export type AttachmentFailure = 'too-large' | 'wrong-type' | 'gone' | 'refused' | 'unreachable';

export interface AwaitedAttachment {
  id: string;
  workspaceId: string;
  conversationId: string;
  sourceUrl: string | null;
  state: 'pending' | 'stored' | 'failed';
  role: 'file' | 'recording' | 'voicemail';
  /** Of the account that the message or call came through. */
  provider: 'twilio' | 'openphone' | null;
  accountId: string | null;
  accountSid: string | null;
  credentials: Buffer | null;
  mode: 'sandbox' | 'live';
}

/** What is needed to fetch an attachment, by its id alone, as the workflow knows it. */
export function awaitedAttachment(em: Db, id: string): Promise<AwaitedAttachment | undefined> {
  return firstRow(
    em,
    sql<AwaitedAttachment>`select t.id, t.workspace_id as "workspaceId", i.conversation_id as "conversationId",
      t.source_url as "sourceUrl", t.state, t.role, p.provider, p.id as "accountId", p.external_id as "accountSid", p.credentials, w.mode
    from attachment t
      join interaction i on i.workspace_id = t.workspace_id and i.id = t.interaction_id
      join workspace w on w.id = t.workspace_id
      left join provider_account p on p.workspace_id = t.workspace_id and p.id = i.provider_account_id
    where t.id = ${id}`,
  );
}

type Fetched = StoredBlob & { contentType: string; width: number | null; height: number | null };

/** The file lies in the store; open threads show it. */
export async function storeAttachment(em: Db, id: string, file: Fetched): Promise<void> {
  await recordBlob(em, file);
  const row = await firstRow<Shown>(
    em,
    sql`update attachment t set state = 'stored', blob_sha256 = ${file.sha256}, content_type = ${file.contentType},
      width = ${file.width}, height = ${file.height}, error = null, source_url = null
    from interaction i
    where t.id = ${id} and t.state = 'pending' and i.workspace_id = t.workspace_id and i.id = t.interaction_id
    returning t.workspace_id as "workspaceId", i.conversation_id as "conversationId"`,
  );
  if (row) await show(em, row);
}

/** The file will never be there, and the thread says why. */
export async function failAttachment(em: Db, id: string, error: AttachmentFailure): Promise<void> {
  const row = await firstRow<Shown>(
    em,
    sql`update attachment t set state = 'failed', error = ${error} from interaction i
    where t.id = ${id} and t.state = 'pending' and i.workspace_id = t.workspace_id and i.id = t.interaction_id
    returning t.workspace_id as "workspaceId", i.conversation_id as "conversationId"`,
  );
  if (row) await show(em, row);
}

interface Shown {
  workspaceId: string;
  conversationId: string;
}

const show = (em: Db, { workspaceId, conversationId }: Shown) =>
  tellUi(em, { workspaceId, topic: 'conversation', refId: conversationId, kind: 'attachment' });

export interface StoredAttachment {
  sha256: string;
  contentType: string;
  name: string;
  role: 'file' | 'recording' | 'voicemail';
}

/** A file of this workspace that may be shown, or undefined. */
export function storedAttachment(
  em: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<StoredAttachment | undefined> {
  return firstRow(
    em,
    sql<StoredAttachment>`select blob_sha256 as sha256, content_type as "contentType", name, role from attachment
    where workspace_id = ${workspaceId} and id = ${id} and state = 'stored' and blob_sha256 is not null`,
  );
}
