import { v7 } from 'uuid';
import type { CallStatus, PastSummary, PastTranscript } from '#domain/history/exchange.ts';
import type { BlobStore } from '../blobs.ts';
import { addInteraction, conversationOf } from '../conversations.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';
import { addFile } from './file-rows.ts';
import type { SeededContact } from './people-rows.ts';
import { hummedCall } from './voice.ts';

export interface SeededCall {
  direction: 'in' | 'out';
  status: CallStatus;
  /** On the clock of the workspace. */
  at: Date;
  /** Of the conversation; none where nobody took it. */
  seconds?: number;
  /** The user who took or made it. */
  authorId?: string;
  voicemail?: { seconds: number; text: string | null };
  summary?: PastSummary;
  transcript?: PastTranscript;
}

/** Seconds: nobody listens to a hum for longer, however long the call is said to be. */
const longestHum = 60;

interface Line {
  workspaceId: string;
  accountId: string;
  senderId: string;
  blobs: BlobStore;
}

/** A call with what belongs to it, as the telephone's provider would have told it. @returns its interaction */
export async function addCall(
  em: Db,
  line: Line,
  contact: SeededContact,
  call: SeededCall,
): Promise<string> {
  const { workspaceId, accountId, senderId } = line;
  const { at, direction, voicemail, seconds } = call;
  const isMissed = direction === 'in' && seconds === undefined;
  const conversationId = await conversationOf(em, { workspaceId, contactId: contact.id, at });
  const id = v7();
  await addInteraction(em, {
    id,
    workspaceId,
    conversationId,
    contactId: contact.id,
    kind: voicemail ? 'voicemail' : 'call',
    channel: 'call',
    direction,
    body: voicemail?.text ?? '',
    at,
    addressId: contact.addressId,
    senderId,
    authorId: call.authorId ?? null,
    providerAccountId: accountId,
    providerId: `AC${id}`,
    wantsAnswer: isMissed,
  });
  await addRecord(em, line, id, call);
  await addSound(em, line, id, call);
  if (isMissed) {
    await run(
      em,
      sql`update conversation set missed_at = ${at} where workspace_id = ${workspaceId} and id = ${conversationId}`,
    );
  }
  return id;
}

async function addRecord(em: Db, line: Line, id: string, call: SeededCall): Promise<void> {
  const { at, seconds, voicemail, summary, transcript } = call;
  const answeredAt = seconds === undefined ? null : at;
  const left = voicemail && { url: null, durationS: voicemail.seconds, text: voicemail.text };
  await run(
    em,
    sql`insert into call_record (interaction_id, workspace_id, provider_account_id, provider_id, status, answered_at,
        duration_s, voicemail, summary, transcript, parts_read_at)
      values (${id}, ${line.workspaceId}, ${line.accountId}, ${`AC${id}`}, ${call.status}, ${answeredAt},
        ${seconds ?? null}, ${left ? jsonb(left) : null}, ${summary ? jsonb(summary) : null},
        ${transcript ? jsonb(transcript) : null}, ${at})`,
  );
}

async function addSound(
  em: Db,
  line: Line,
  interactionId: string,
  call: SeededCall,
): Promise<void> {
  const { workspaceId, blobs } = line;
  const { voicemail, seconds, transcript } = call;
  const durationS = voicemail?.seconds ?? seconds;
  if (durationS === undefined) return;
  const turns = transcript?.turns.map(({ start }) => start) ?? [0];
  await addFile(em, blobs, {
    workspaceId,
    interactionId,
    bytes: hummedCall(Math.min(durationS, longestHum), turns),
    contentType: 'audio/wav',
    role: voicemail ? 'voicemail' : 'recording',
    durationS,
  });
}
