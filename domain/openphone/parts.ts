import { z } from 'zod';
import type {
  PastRecording,
  PastSummary,
  PastTranscript,
  PastVoicemail,
} from '../history/exchange.ts';
import { id, idOrNull, listOf, readAs, seconds, text, textOrNull, texts } from './fields.ts';
import { partStateOf } from './words.ts';

/** What follows a call, as the REST API of v1 and the webhooks of its family tell it. */

const recording = z.object({
  id,
  url: textOrNull,
  type: textOrNull,
  duration: seconds,
  status: text,
});

export function readRecording(raw: unknown): PastRecording | null {
  const read = readAs(recording, raw);
  if (!read) return null;
  const { url, type, duration: durationS } = read;
  return { id: read.id, url, contentType: type ?? 'audio/mpeg', durationS };
}

const voicemail = z.object({
  recordingUrl: textOrNull,
  url: textOrNull,
  duration: seconds,
  transcript: textOrNull,
});

export function readVoicemail(raw: unknown): PastVoicemail | null {
  const read = readAs(voicemail, raw);
  if (!read) return null;
  return {
    url: read.recordingUrl ?? read.url,
    durationS: read.duration,
    text: read.transcript,
  };
}

const summary = z.object({ status: text, summary: texts, nextSteps: texts });

export function readSummary(raw: unknown): PastSummary | null {
  const read = readAs(summary, raw);
  if (!read) return null;
  return { state: partStateOf(read.status), lines: read.summary, nextSteps: read.nextSteps };
}

const turn = z.object({
  content: text,
  start: z.number().catch(0),
  end: z.number().catch(0),
  identifier: idOrNull,
  userId: idOrNull,
});
const transcript = z.object({ status: text, dialogue: listOf(turn) });

export function readTranscript(raw: unknown): PastTranscript | null {
  const read = readAs(transcript, raw);
  if (!read) return null;
  const turns = read.dialogue.map(({ content, start, end, identifier, userId }) => ({
    start,
    end,
    text: content,
    number: identifier,
    personId: userId,
  }));
  return { state: partStateOf(read.status), turns };
}
