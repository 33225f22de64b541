import type { CallRecord } from '#domain/history/call-record.ts';
import type { PastSummary } from '#domain/history/exchange.ts';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface SummaryProps {
  ui: SeatedUi;
  callId: string;
  /** Null is not told. */
  summary: PastSummary | null;
}

/** What the provider made of the call; where it made nothing, why. */
export const SummaryOf = ({ ui, callId, summary }: SummaryProps) => {
  const t = ui.t.inbox.calls;
  if (!summary) return <></>;
  if (summary.state !== 'completed') {
    return <p class="muted small">{t.summaryIs[summary.state]}</p>;
  }
  return (
    <details class="part" id={`summary-${callId}`}>
      <summary>{t.summary}</summary>
      <Lines lines={summary.lines} />
      {summary.nextSteps.length > 0 && (
        <>
          <h3>{t.nextSteps}</h3>
          <Lines lines={summary.nextSteps} />
        </>
      )}
    </details>
  );
};

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li dir="auto">{line}</li>
    ))}
  </ul>
);

interface TranscriptProps {
  ui: SeatedUi;
  conversationId: string;
  callId: string;
  call: CallRecord;
}

/** Its turns are read when it is opened: an hour on the telephone outweighs the rest of the page. */
export const TranscriptOf = ({ ui, conversationId, callId, call }: TranscriptProps) => {
  const t = ui.t.inbox.calls;
  const { transcript } = call;
  if (!transcript) return <></>;
  if (transcript.state !== 'completed') {
    return <p class="muted small">{t.transcriptIs[transcript.state]}</p>;
  }
  if (transcript.turns === 0) return <p class="muted small">{t.silence}</p>;
  const get = paths.transcript(conversationId, callId);
  return (
    <details
      class="part"
      id={`transcript-${callId}`}
      {...hx({ get, trigger: 'toggle once', target: 'find .part-place', morphSkip: true })}
    >
      <summary>{t.transcript(transcript.turns)}</summary>
      <div class="part-place">
        <a href={get} {...hx({ get, target: 'closest .part-place' })}>
          {t.showTranscript}
        </a>
      </div>
    </details>
  );
};
