import type { ImportCounts } from '#domain/imports/outcome.ts';
import type { ImportFailure } from '#domain/imports/run.ts';
import { hx } from '../hx.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Figures } from '../kit/figures.tsx';
import { Progress } from '../kit/meter.tsx';
import { Partial } from '../kit/partial.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { RejectedTable, type ShownRejection } from './rejected.tsx';
import { RunPage, RunStages, RunTitle, type RunHead } from './run.tsx';

export interface Running {
  run: RunHead;
  counts: ImportCounts;
  rowsRead: number;
  rowsTotal: number | null;
  bytesRead: number;
  fileSize: number;
  rowsPerSecond: number | null;
  error: ImportFailure | null;
  rejected: readonly ShownRejection[];
  /** Ids of the orders that the buttons give. */
  orders: { pause: string; cancel: string };
  mayImport: boolean;
}

/** A started import, while it runs and when it is over. */
export const ProgressPage = ({ ui, running }: { ui: SeatedUi; running: Running }) => (
  <RunPage ui={ui} run={running.run}>
    <ImportProgress ui={ui} running={running} />
  </RunPage>
);

/** What the page asks for again: the progress, and the state in the head. */
export const ProgressNews = ({ ui, running }: { ui: SeatedUi; running: Running }) => (
  <>
    <ImportProgress ui={ui} running={running} />
    <Partial target="#run-head" swap="outerMorph">
      <RunTitle ui={ui} run={running.run} />
    </Partial>
  </>
);

/** Asks again by itself until it is over: each second while rows are being read. */
const ImportProgress = ({ ui, running }: { ui: SeatedUi; running: Running }) => {
  const { run } = running;
  const often = { running: 'every 1s', paused: 'every 5s' } as const;
  const asking =
    run.state === 'running' || run.state === 'paused'
      ? hx({
          get: paths.importProgress(run.id),
          trigger: often[run.state],
          swap: 'outerMorph',
        })
      : {};
  return (
    <div id="import-progress" class="sections" {...asking}>
      <RunStages ui={ui} run={run} />
      {run.state === 'running' || run.state === 'paused' ? (
        <Reading ui={ui} running={running} />
      ) : (
        <Result ui={ui} running={running} />
      )}
    </div>
  );
};

const Reading = ({ ui, running }: { ui: SeatedUi; running: Running }) => {
  const words = ui.t.imports.progress;
  const { run, rowsRead, rowsTotal, bytesRead, fileSize, rowsPerSecond } = running;
  const known =
    rowsTotal === null ? { value: bytesRead, max: fileSize } : { value: rowsRead, max: rowsTotal };
  const left =
    rowsTotal !== null && rowsPerSecond ? ((rowsTotal - rowsRead) * 1000) / rowsPerSecond : null;
  return (
    <Section
      id="reading"
      title={words.title}
      about={words.survives}
      acts={running.mayImport && <Orders ui={ui} running={running} />}
    >
      <Progress label={words.label} {...known} class="wide" />
      <p role="status">
        {[
          words.read(rowsRead, rowsTotal),
          run.state === 'running' && rowsPerSecond ? words.rate(rowsPerSecond) : '',
          run.state === 'running' && left !== null ? words.left(left) : '',
          run.state === 'paused' ? words.paused : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Counts ui={ui} running={running} />
    </Section>
  );
};

const Orders = ({ ui, running }: { ui: SeatedUi; running: Running }) => {
  const words = ui.t.imports.progress;
  const { run, orders } = running;
  const region = { target: '#import-progress', swap: 'outerMorph' } as const;
  const vals = { order: orders.pause };
  return (
    <>
      {run.state === 'running' ? (
        <Button icon="pause" {...hx({ post: paths.pauseImport(run.id), vals, ...region })}>
          {words.pause}
        </Button>
      ) : (
        <Button icon="resume" {...hx({ delete: paths.pauseImport(run.id), vals, ...region })}>
          {words.resume}
        </Button>
      )}
      <Button
        quiet
        {...hx({
          post: paths.cancelImport(run.id),
          vals: { order: orders.cancel },
          confirm: words.cancelSure,
          ...region,
        })}
      >
        {words.cancel}
      </Button>
    </>
  );
};

const Counts = ({ ui, running }: { ui: SeatedUi; running: Running }) => {
  const words = ui.t.imports.progress.figures;
  const { counts, rowsRead } = running;
  const n = ui.format.number;
  const share = (part: number) => ui.format.share(part, rowsRead);
  return (
    <Figures
      figures={[
        { label: words.rows, value: n(rowsRead) },
        { label: words.created, value: n(counts.created), note: share(counts.created) },
        { label: words.merged, value: n(counts.merged), note: share(counts.merged) },
        { label: words.unchanged, value: n(counts.unchanged), note: share(counts.unchanged) },
        { label: words.rejected, value: n(counts.rejected), note: share(counts.rejected) },
        { label: words.suppressed, value: n(counts.suppressed) },
        ...(counts.joined > 0 ? [{ label: words.joined, value: n(counts.joined) }] : []),
      ]}
    />
  );
};

const Result = ({ ui, running }: { ui: SeatedUi; running: Running }) => {
  const words = ui.t.imports.progress;
  const { run, counts, rowsRead } = running;
  const took =
    run.startedAt && run.finishedAt
      ? words.took(
          ui.format.moment(run.finishedAt),
          run.finishedAt.getTime() - run.startedAt.getTime(),
        )
      : undefined;
  return (
    <>
      <Verdict ui={ui} running={running} />
      {rowsRead > 0 && (
        <Section
          id="result"
          title={words.stages.result}
          about={took}
          acts={
            counts.created + counts.merged > 0 && (
              <LinkButton href={paths.contacts({ import: run.id })}>{words.people}</LinkButton>
            )
          }
        >
          <Counts ui={ui} running={running} />
        </Section>
      )}
      {rowsRead > 0 && (
        <RejectedTable
          ui={ui}
          runId={run.id}
          rejected={running.rejected}
          total={counts.rejected}
          mayDownload={running.mayImport}
        />
      )}
    </>
  );
};

const Verdict = ({ ui, running }: { ui: SeatedUi; running: Running }) => {
  const words = ui.t.imports.progress;
  const { run, counts, error, rowsRead } = running;
  const again = running.mayImport && (
    <LinkButton href={paths.newImport()}>{words.again}</LinkButton>
  );
  if (run.state === 'failed') {
    return (
      <Banner tone="danger" role="alert" acts={again}>
        {words.failures[error ?? 'file-gone']}
      </Banner>
    );
  }
  if (run.state === 'cancelled')
    return <Banner acts={again}>{words.cancelledSay(rowsRead)}</Banner>;
  const nothing = counts.created + counts.merged === 0;
  return (
    <Banner tone="ok" role="status">
      {nothing ? words.nothingNew : words.done(counts.created)}
    </Banner>
  );
};
