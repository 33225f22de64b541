import { phoneText } from '#domain/contacts/phone-text.ts';
import type { SeatedUi } from '../ui.ts';
import type { CallTranscript } from './types.ts';
import { clock, firstWord } from './words.ts';

interface TranscriptProps {
  ui: SeatedUi;
  transcript: CallTranscript;
  /** Of the person. */
  name: string;
}

type Turn = CallTranscript['turns'][number];

/** What was said, turn by turn. With a recording each turn leads to its second of it. */
export const Transcript = ({ ui, transcript, name }: TranscriptProps) => {
  const { turns, recordingId } = transcript;
  return (
    <div
      class="turns-scroll"
      tabindex={0}
      role="region"
      aria-label={ui.t.inbox.calls.transcriptOf(name)}
    >
      <ol class="turns" role="list">
        {turns.map((turn) => (
          <li>
            <TurnRow
              turn={turn}
              who={speaker(ui, { turn, transcript, name })}
              recordingId={recordingId}
            />
          </li>
        ))}
      </ol>
    </div>
  );
};

interface RowProps {
  turn: Turn;
  who: string;
  recordingId: string | null;
}

const TurnRow = ({ turn, who, recordingId }: RowProps) => {
  const said = (
    <>
      <time datetime={`PT${Math.floor(turn.start)}S`}>{clock(turn.start)}</time>
      <span dir="auto">
        <b>{who}</b> {turn.text}
      </span>
    </>
  );
  if (!recordingId) return <p class="turn">{said}</p>;
  return (
    <button
      type="button"
      class="turn"
      aria-controls={`audio-${recordingId}`}
      data-seek={turn.start}
      data-until={turn.end}
    >
      {said}
    </button>
  );
};

interface Speaking {
  turn: Turn;
  transcript: CallTranscript;
  name: string;
}

function speaker(ui: SeatedUi, { turn, transcript, name }: Speaking): string {
  if (turn.person) return firstWord(turn.person);
  if (turn.number === null || turn.number === transcript.sender) return ui.workspace.name;
  return turn.number === transcript.address ? firstWord(name) : phoneText(turn.number);
}
