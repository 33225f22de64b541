import type { ImportPreview } from '#domain/imports/run.ts';
import type { RejectionReason } from '#domain/imports/read-row.ts';
import { hx } from '../hx.ts';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface PreviewProps {
  ui: SeatedUi;
  runId: string;
  /** Null, or of other options than those chosen now, while it is being counted. */
  preview: ImportPreview | null;
  revision: number;
}

/** What would happen; asks again by itself until the counting is done. */
export const PreviewPanel = ({ ui, runId, preview, revision }: PreviewProps) => {
  const counted = preview?.revision === revision ? preview : null;
  const isReady = counted?.state === 'ready';
  const asking = isReady
    ? {}
    : hx({ get: paths.importPreview(runId), trigger: 'every 1s', swap: 'outerMorph' });
  return (
    <div id="import-preview" {...asking}>
      <Section id="preview" title={ui.t.imports.preview.title}>
        {counted && isReady ? (
          <Counted ui={ui} preview={counted} />
        ) : (
          <Counting ui={ui} rows={counted?.rows ?? 0} />
        )}
        <p class="hint after">{ui.t.imports.preview.promise}</p>
      </Section>
    </div>
  );
};

const Counting = ({ ui, rows }: { ui: SeatedUi; rows: number }) => (
  <div role="status">
    <p>{ui.t.imports.preview.counting(rows)}</p>
    <p class="hint">{ui.t.imports.preview.waiting}</p>
  </div>
);

const Counted = ({ ui, preview }: { ui: SeatedUi; preview: ImportPreview }) => {
  const words = ui.t.imports.preview;
  const { counts, rows, whole, rowsTotal } = preview;
  const figures = [
    [words.created, counts.created],
    [words.merged, counts.merged],
    [words.unchanged, counts.unchanged],
    [words.rejected, counts.rejected],
    [words.suppressed, counts.suppressed],
    ...(counts.joined > 0 ? ([[words.joined, counts.joined]] as const) : []),
  ] as const;
  return (
    <div role="status">
      <dl class="facts wide-facts">
        {figures.map(([name, n]) => (
          <>
            <dt>{name}</dt>
            <dd>{ui.format.number(n)}</dd>
          </>
        ))}
      </dl>
      <p class="hint after">{whole ? words.whole(rows) : words.part(rows, rowsTotal ?? rows)}</p>
      <Reasons ui={ui} preview={preview} />
    </div>
  );
};

const Reasons = ({ ui, preview }: { ui: SeatedUi; preview: ImportPreview }) => {
  const words = ui.t.imports;
  const rejected = Object.entries(preview.rejected) as [RejectionReason, number][];
  const problems = Object.entries(preview.problems) as [keyof typeof words.problems, number][];
  return (
    <>
      {rejected.length > 0 && (
        <details>
          <summary>{words.preview.why}</summary>
          <ul class="plain-list">
            {rejected.map(([reason, n]) => (
              <li>
                <Rich text={words.preview.reason(n, words.rejections[reason].why)} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {problems.length > 0 && (
        <details>
          <summary>{words.preview.problems}</summary>
          <ul class="plain-list">
            {problems.map(([code, n]) => (
              <li>{words.problems[code](n)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
