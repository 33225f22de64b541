import { advanceParts } from '#db/history/advance.ts';
import type { CallLook } from '#db/history/look.ts';
import { writeParts } from '#db/history/write-parts.ts';
import type { Database } from '#db/orm.ts';
import { isSettled, partsThatMayBe, type PartName } from '#domain/history/call-parts.ts';
import type { CallParts } from '#domain/history/exchange.ts';
import type { Read } from '#workflows/history/activities.ts';
import type { OpenPhone } from '../providers/openphone/client.ts';
import { asking } from './asking.ts';

const requests = {
  recordings: 'GET /v1/call-recordings',
  voicemail: 'GET /v1/call-voicemails',
  summary: 'GET /v1/call-summaries',
  transcript: 'GET /v1/call-transcripts',
} as const satisfies Record<PartName, string>;

/** Asks for what can belong to a call. Where something is on its way yet, a later import asks again. */
export async function readCallParts(
  database: Database,
  at: CallLook,
  client: OpenPhone,
): Promise<Read> {
  const { look, callId, blocked } = at;
  const parts: CallParts = { callId };
  let asked = 0;
  let left = false;
  for (const part of partsThatMayBe(at)) {
    if (blocked.includes(requests[part])) {
      left = true;
      continue;
    }
    asked += 1;
    const of = { look, request: requests[part], about: callId };
    const answer = await asking<object>(database, of, () => client[part](callId), [404]);
    if (answer.kind === 'failed') return { kind: 'stopped' };
    if (answer.kind === 'answer') Object.assign(parts, { [part]: answer.value });
    else if (answer.status === 404) Object.assign(parts, { [part]: null });
    else left = true;
  }
  const complete = !left && isSettled(parts, { at: at.at.getTime(), now: Date.now() });
  const { workspaceId, accountId } = look;
  await database.transaction(async (em) => {
    const { written, changed } = await writeParts(em, {
      workspaceId,
      accountId,
      parts: { ...parts, recordings: parts.recordings ?? [] },
      complete,
    });
    await advanceParts(em, look, { changed: written + changed, requests: asked });
  });
  return { kind: 'done' };
}
