import type { CallParts } from '#domain/history/exchange.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, jsonb, rows, run, sql } from '../sql.ts';
import type { Written } from './written.ts';

export interface PartsOfCall {
  workspaceId: string;
  accountId: string;
  parts: CallParts;
  /** Set by an import, which asks for all of them: whether nothing can follow any more. */
  complete?: boolean;
}

/** The name of a voicemail among the files of its call: there is one at most. */
const voicemailFile = 'voicemail';

/**
 * Writes what belongs to a call, and asks for its sounds to be fetched. What is told as not ready never
 * takes the place of what was told as ready.
 * @returns `interactionId` of the call, null where it is not known: then nothing was written
 */
export async function writeParts(
  em: Db,
  of: PartsOfCall,
): Promise<Written & { interactionId: string | null }> {
  const { parts } = of;
  const call = await writeRecord(em, of);
  if (!call) return { written: 0, changed: 0, interactionId: null };
  const { interactionId, changed } = call;
  if (parts.voicemail) await nameVoicemail(em, of, interactionId);
  const written = await writeSounds(em, of, interactionId);
  return { written, changed: changed ? 1 : 0, interactionId };
}

function writeRecord(em: Db, of: PartsOfCall) {
  const { workspaceId, accountId, parts, complete } = of;
  const ready = (column: 'summary' | 'transcript') => {
    const told = parts[column];
    if (told === undefined || told === null) return sql`r.${sql.ref(column)}`;
    return sql`case when r.${sql.ref(column)}->>'state' = 'completed' and ${told.state !== 'completed'}
      then r.${sql.ref(column)} else ${jsonb(told)} end`;
  };
  const voicemail = parts.voicemail
    ? sql`coalesce(r.voicemail, '{}') || jsonb_strip_nulls(${jsonb({
        durationS: parts.voicemail.durationS,
        text: parts.voicemail.text,
      })})`
    : sql`r.voicemail`;
  const asked = complete !== undefined;
  return firstRow<{ interactionId: string; changed: boolean }>(
    em,
    sql`update call_record r set summary = ${ready('summary')}, transcript = ${ready('transcript')}, voicemail = ${voicemail},
      parts_asked_at = case when ${asked} then now() else r.parts_asked_at end,
      parts_read_at = case when ${complete ?? false} then now() else r.parts_read_at end
    where r.workspace_id = ${workspaceId} and r.provider_account_id = ${accountId} and r.provider_id = ${parts.callId}
      and exists (select from interaction i join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
        where i.workspace_id = ${workspaceId} and i.id = r.interaction_id and c.erased_at is null)
    returning r.interaction_id as "interactionId",
      (old.summary, old.transcript, old.voicemail) is distinct from (new.summary, new.transcript, new.voicemail) as changed`,
  );
}

const nameVoicemail = (em: Db, { workspaceId }: PartsOfCall, interactionId: string) =>
  run(
    em,
    sql`update interaction set kind = 'voicemail'
    where workspace_id = ${workspaceId} and id = ${interactionId} and kind = 'call'`,
  );

/** Each sound once; a link that has ended before it was followed gives way to the new one. */
async function writeSounds(
  em: Db,
  { workspaceId, parts }: PartsOfCall,
  interactionId: string,
): Promise<number> {
  const { recordings = [], voicemail } = parts;
  const sounds = [
    ...recordings.map(({ id, url, contentType, durationS }) => ({
      role: 'recording',
      external_id: id,
      url,
      type: contentType,
      duration_s: durationS,
    })),
    ...(voicemail
      ? [
          {
            role: 'voicemail',
            external_id: voicemailFile,
            url: voicemail.url,
            type: 'audio/mpeg',
            duration_s: voicemail.durationS,
          },
        ]
      : []),
  ].filter(({ url }) => url !== null);
  if (sounds.length === 0) return 0;
  const made = await rows<{ id: string }>(
    em,
    sql`insert into attachment as t (workspace_id, interaction_id, position, source_url, content_type, role, external_id, duration_s)
    select ${workspaceId}::uuid, ${interactionId}::uuid, row_number() over () + coalesce((select max(position) from attachment
      where workspace_id = ${workspaceId} and interaction_id = ${interactionId}), -1), s.url, s.type, s.role, s.external_id, s.duration_s
    from jsonb_to_recordset(${jsonb(sounds)}) as s(role text, external_id text, url text, type text, duration_s integer)
    on conflict (workspace_id, interaction_id, role, external_id) where external_id is not null do update
      set source_url = excluded.source_url, state = 'pending', error = null where t.state = 'failed'
    returning id`,
  );
  await tellRelay(
    em,
    ...made.map(({ id }) => ({ workspaceId, kind: 'attachment.fetch' as const, key: id })),
  );
  return made.length;
}
