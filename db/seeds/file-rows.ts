import type { BlobStore } from '../blobs.ts';
import { holdBlob, recordBlob } from '../blobs/keep.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

interface SeededFile {
  workspaceId: string;
  interactionId: string;
  bytes: Uint8Array;
  contentType: string;
  name?: string;
  role?: 'file' | 'recording' | 'voicemail';
  position?: number;
  durationS?: number;
  width?: number;
  height?: number;
}

/** A file that came with a message or a call and lies in the store. */
export async function addFile(em: Db, blobs: BlobStore, file: SeededFile): Promise<void> {
  const { workspaceId, interactionId, bytes, contentType, name = '', role = 'file' } = file;
  await using staged = await blobs.stage(whole(bytes), bytes.length);
  await holdBlob(em, blobs, staged);
  await recordBlob(em, { ...staged, contentType });
  await run(
    em,
    sql`insert into attachment (workspace_id, interaction_id, position, content_type, name, role, state, blob_sha256,
        duration_s, width, height)
      values (${workspaceId}, ${interactionId}, ${file.position ?? 0}, ${contentType}, ${name}, ${role}, 'stored',
        ${staged.sha256}, ${file.durationS ?? null}, ${file.width ?? null}, ${file.height ?? null})`,
  );
}

async function* whole(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
