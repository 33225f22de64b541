import { phoneText } from '#domain/contacts/phone-text.ts';
import type { CallRecord } from '#domain/history/call-record.ts';
import { Icon } from '../kit/icon.tsx';
import type { SeatedUi } from '../ui.ts';
import { callHeadline } from './call-headline.ts';
import { SummaryOf, TranscriptOf } from './call-parts.tsx';
import { Recording } from './recording.tsx';
import type { ThreadAudio } from './types.ts';

interface CalledEntry {
  id: string;
  kind: string;
  direction: 'in' | 'out' | null;
  /** Name of the person of the firm who took or made it. */
  person: string | null;
  audio: readonly ThreadAudio[];
}

interface CardProps {
  ui: SeatedUi;
  conversationId: string;
  entry: CalledEntry;
  call: CallRecord;
  /** Of the person. */
  name: string;
}

/** A call with all that belongs to it: how it ended, what can be heard, what was said. */
export const CallCard = ({ ui, conversationId, entry, call, name }: CardProps) => {
  const { direction, audio, person } = entry;
  const { text, icon } = callHeadline(ui, { call, direction, person });
  const from = call.forwardedFrom && phoneText(call.forwardedFrom);
  return (
    <div class="call" data-ch={entry.kind === 'voicemail' ? 'voicemail' : 'call'}>
      <p class="call-head">
        <Icon name={icon} />
        <b>{text}</b>
        {from && <span class="muted small">{ui.t.inbox.calls.forwardedFrom(from)}</span>}
      </p>
      {audio.map((one) => (
        <Recording ui={ui} audio={one} name={name} />
      ))}
      <Silent ui={ui} entry={entry} call={call} />
      {call.voicemail && <VoicemailText ui={ui} call={call} />}
      <SummaryOf ui={ui} callId={entry.id} summary={call.summary} />
      <TranscriptOf ui={ui} conversationId={conversationId} callId={entry.id} call={call} />
    </div>
  );
};

/** Said only once the provider was asked: until then a recording may still come. */
const Silent = ({ ui, entry, call }: Pick<CardProps, 'ui' | 'entry' | 'call'>) => {
  const isBare = call.partsRead && call.answeredAt !== null && entry.audio.length === 0;
  return isBare ? <p class="muted small">{ui.t.inbox.calls.noRecording}</p> : <></>;
};

const VoicemailText = ({ ui, call }: Pick<CardProps, 'ui' | 'call'>) =>
  call.voicemail?.text ? (
    <blockquote class="spoken" dir="auto">
      {call.voicemail.text}
    </blockquote>
  ) : (
    <p class="muted small">{ui.t.inbox.calls.noWords}</p>
  );
