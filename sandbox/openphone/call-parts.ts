import { Hono } from 'hono';
import { recordingBody, summaryBody, transcriptBody, voicemailBody } from './bodies.ts';
import { absent, numberWith } from './lists.ts';
import { mediaUrl } from './media/urls.ts';
import type { CallRecord } from './records.ts';
import { type QuoContext, type QuoEnv } from './request.ts';
import { callWith } from './workspace.ts';

/** What follows a call: recordings, voicemail, summary and transcript, each at a path of its own. */
export function callPartRoutes(): Hono<QuoEnv> {
  return new Hono<QuoEnv>()
    .get('/call-recordings/:id', (c) => {
      const call = visibleCall(c);
      if (!call) return absent(c);
      const recordings = call.parts.recordings.map((one) =>
        recordingBody(one, one.status === 'completed' ? linkTo(c, one.id, one.duration) : null),
      );
      return c.json({ data: recordings });
    })
    .get('/call-voicemails/:id', (c) => {
      const voicemail = visibleCall(c)?.parts.voicemail;
      if (!voicemail) return absent(c);
      const isReady = voicemail.status === 'completed';
      const url = isReady ? linkTo(c, voicemail.id, voicemail.duration) : null;
      return c.json({ data: voicemailBody(voicemail, url) });
    })
    .get('/call-summaries/:id', (c) => answer(c, summaryBody))
    .get('/call-transcripts/:id', (c) => answer(c, transcriptBody));
}

function answer(c: QuoContext, body: (call: CallRecord) => object | undefined): Response {
  const call = visibleCall(c);
  const data = call && body(call);
  return data ? c.json({ data }) : absent(c);
}

function visibleCall(c: QuoContext): CallRecord | undefined {
  const call = callWith(c.get('workspace'), c.req.param('id') ?? '');
  return call && numberWith(c.get('workspace'), call.phoneNumberId) ? call : undefined;
}

function linkTo(c: QuoContext, id: string, seconds: number | null): string {
  const { account } = c.get('workspace');
  const file = { id, seconds: seconds ?? 1 };
  const { origin } = new URL(c.req.url);
  return mediaUrl(origin, account.id, { file, settings: c.get('door').settings });
}
