import type { PartState } from '#domain/history/exchange.ts';
import type { Format } from '../../format.ts';

/** Calls, voicemails and what belongs to them. Spans are milliseconds; `length` is a clock such as 0:23. */
export const calls = (f: Format) => {
  const lasting = (ms: number | null) => (ms ? `, ${f.duration(ms)}` : '');
  return {
    ringing: 'Ringing now',
    talking: 'On the line now',
    answered: (by: string | null, ms: number | null) =>
      `Answered${by ? ` by ${by}` : ''}${lasting(ms)}`,
    reached: (ms: number | null) => `They answered${lasting(ms)}`,
    voicemail: (length: string | null) => (length ? `Voicemail, ${length}` : 'Voicemail'),
    missed: 'Missed call',
    'no-answer': 'No answer',
    busy: 'Busy',
    'not-connected': 'The call could not be connected',
    'hung-up': 'They hung up before anyone answered',
    'rung-off': 'Ended before they answered',
    forwarded: (to: string | null) => (to ? `Forwarded to ${to}` : 'Forwarded'),
    forwardedFrom: (from: string) => `forwarded from ${from}`,
    unknown: 'A call; how it ended is not known',

    recordingOf: (name: string, length: string | null) =>
      `Recording of the call with ${name}${length ? `, ${length}` : ''}`,
    voicemailFrom: (name: string, length: string | null) =>
      `Voicemail from ${name}${length ? `, ${length}` : ''}`,
    download: 'Download',
    notPlayed: 'Browsers do not play this kind of file; download it to listen.',
    preparing: {
      recording: 'The provider is still preparing the recording.',
      voicemail: 'The provider is still preparing the voicemail.',
    },
    fetching: {
      recording: 'The recording is being fetched.',
      voicemail: 'The voicemail is being fetched.',
    },
    noRecording: 'This call was not recorded.',
    notFetched: (role: 'recording' | 'voicemail') =>
      role === 'recording'
        ? 'There is a recording, but it could not be fetched'
        : 'A voicemail was left, but it could not be fetched',
    why: {
      'too-large': 'it is larger than 50 MB',
      'wrong-type': 'the file is no sound',
      gone: 'the link to it has ended',
      refused: 'the provider refused it',
      unreachable: 'the provider did not hand it out',
    } as Readonly<Record<string, string>>,
    because: (what: string, why: string) => `${what}: ${why}.`,
    noWords: 'What was said was not written down.',

    summary: 'Summary',
    nextSteps: 'Next steps',
    summaryIs: {
      absent: 'There is no summary of this call.',
      'in-progress': 'The summary is still being written.',
      failed: 'The provider could not write a summary.',
    } satisfies Record<Exclude<PartState, 'completed'>, string>,
    transcript: (turns: number) => `Transcript, ${f.count(turns, { one: 'turn', other: 'turns' })}`,
    showTranscript: 'Show the transcript',
    transcriptOf: (name: string) => `Transcript of the call with ${name}`,
    transcriptIs: {
      absent: 'There is no transcript of this call.',
      'in-progress': 'The transcript is still being written.',
      failed: 'The provider could not write a transcript.',
    } satisfies Record<Exclude<PartState, 'completed'>, string>,
    silence: 'The transcript is empty: nothing was said.',
  };
};
