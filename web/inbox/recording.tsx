import { hx } from '../hx.ts';
import { Icon } from '../kit/icon.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { lengthOf } from './call-headline.ts';
import type { ThreadAudio } from './types.ts';

interface RecordingProps {
  ui: SeatedUi;
  audio: ThreadAudio;
  /** Of the person. */
  name: string;
}

/** A recording or voicemail to hear, or why it cannot be heard. */
export const Recording = ({ ui, audio, name }: RecordingProps) => {
  const t = ui.t.inbox.calls;
  const { id, role, state, durationS } = audio;
  if (state === 'failed') return <Absent>{whyAbsent(ui, audio)}</Absent>;
  if (state === 'pending') {
    return <Absent>{audio.linked ? t.fetching[role] : t.preparing[role]}</Absent>;
  }
  const length = lengthOf(durationS);
  const label = role === 'recording' ? t.recordingOf(name, length) : t.voicemailFrom(name, length);
  return <Player ui={ui} id={id} contentType={audio.contentType} label={label} />;
};

interface PlayerProps {
  ui: SeatedUi;
  /** Of the attachment. */
  id: string;
  contentType: string;
  label: string;
}

/** The browser's own player; it goes on while the thread around it is read anew. */
export const Player = ({ ui, id, contentType, label }: PlayerProps) => {
  const t = ui.t.inbox.calls;
  const download = (
    <a href={paths.download(id)} download>
      {t.download}
    </a>
  );
  if (contentType === 'audio/amr') {
    return (
      <p class="small">
        {t.notPlayed} {download}
      </p>
    );
  }
  return (
    <div class="player" {...hx({ morphSkip: true })} id={`player-${id}`}>
      <audio
        id={`audio-${id}`}
        controls
        preload="none"
        src={paths.attachment(id)}
        aria-label={label}
      />
      {download}
    </div>
  );
};

const Absent = ({ children }: { children: string }) => (
  <p class="absent muted small">
    <Icon name="voicemail" />
    {children}
  </p>
);

function whyAbsent(ui: SeatedUi, { role, error }: ThreadAudio): string {
  const t = ui.t.inbox.calls;
  const why = t.why[error ?? ''];
  return why ? t.because(t.notFetched(role), why) : `${t.notFetched(role)}.`;
}
