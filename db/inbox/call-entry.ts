import { sql } from '../sql.ts';

/** A recording or voicemail of a call. */
export interface ThreadAudio {
  id: string;
  role: 'recording' | 'voicemail';
  state: 'pending' | 'stored' | 'failed';
  /** Whether the provider has given a link to it. */
  linked: boolean;
  error: string | null;
  contentType: string;
  durationS: number | null;
}

/** The call that `interaction i` is, and who took it; for `callEntry`. */
export const callJoins = sql`left join call_record r on r.workspace_id = i.workspace_id and r.interaction_id = i.id
    left join provider_person taker on taker.workspace_id = r.workspace_id
      and taker.provider_account_id = r.provider_account_id and taker.external_id = r.answered_by`;

/** `call` (a CallRecord) and `audio` of `interaction i`, as pairs of jsonb_build_object; links stay here. */
export const callEntry = sql`'call', case when r.interaction_id is not null then jsonb_build_object('status', r.status,
      'answeredAt', r.answered_at, 'durationS', r.duration_s, 'answeredBy', taker.name,
      'forwardedFrom', r.forwarded_from, 'forwardedTo', r.forwarded_to, 'voicemail', r.voicemail - 'url',
      'summary', r.summary, 'partsRead', r.parts_read_at is not null,
      'transcript', case when r.transcript is not null then jsonb_build_object('state', r.transcript->'state',
        'turns', jsonb_array_length(r.transcript->'turns')) end) end,
    'audio', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'role', f.role, 'state', f.state,
        'linked', f.source_url is not null, 'error', f.error, 'contentType', f.content_type,
        'durationS', f.duration_s) order by f.position, f.id), '[]')
      from attachment f where f.workspace_id = i.workspace_id and f.interaction_id = i.id and f.role <> 'file')`;
