import { hx } from '../hx.ts';
import { LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Partial } from '../kit/partial.tsx';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { HistoryBadge, spanOf } from './badge.tsx';
import type { HistoryRun, HistoryView } from './history-run.ts';
import { Problems } from './problems.tsx';
import { Standing } from './progress.tsx';
import { Proof } from './proof.tsx';
import { HistoryStages } from './stages.tsx';
import { Verdict } from './verdict.tsx';

interface ViewProps {
  ui: SeatedUi;
  view: HistoryView;
}

/** One import of history, while it runs and when it is over. */
export const HistoryRunPage = ({ ui, view }: ViewProps) => (
  <Shell ui={ui} title={titleOf(ui, view.run)} nav="imports">
    <Page>
      <RunHead ui={ui} run={view.run} />
      <HistoryRegion ui={ui} view={view} />
    </Page>
  </Shell>
);

/** What the page asks for again: the whole region, and the state in the head. */
export const HistoryNews = ({ ui, view }: ViewProps) => (
  <>
    <HistoryRegion ui={ui} view={view} />
    <NewHead ui={ui} view={view} />
  </>
);

/** The answer to an order, which swaps nothing by itself. */
export const HistoryAnswer = ({ ui, view }: ViewProps) => (
  <>
    <Partial target="#history-run" swap="outerMorph">
      <HistoryRegion ui={ui} view={view} />
    </Partial>
    <NewHead ui={ui} view={view} />
  </>
);

const NewHead = ({ ui, view }: ViewProps) => (
  <Partial target="#run-head" swap="outerMorph">
    <RunHead ui={ui} run={view.run} />
  </Partial>
);

const HistoryRegion = ({ ui, view }: ViewProps) => {
  const { run } = view;
  const news = onNews(`history:${run.id}`, '1s');
  // Its pace and the time left change also where nothing is written.
  const trigger = run.state === 'running' ? `${news}, every 15s` : news;
  return (
    <div
      id="history-run"
      class="sections"
      {...hx({
        get: paths.historyImport(run.id),
        trigger,
        swap: 'outerMorph',
        sync: 'this:replace',
      })}
    >
      <HistoryStages ui={ui} view={view} />
      <Verdict ui={ui} view={view} />
      <Standing ui={ui} view={view} />
      {run.kind === 'whole' && <Proof ui={ui} view={view} />}
      <Problems ui={ui} runId={run.id} shown={view.problems} />
    </div>
  );
};

const RunHead = ({ ui, run }: { ui: SeatedUi; run: HistoryRun }) => {
  const t = ui.t.history;
  return (
    <PageHead
      id="run-head"
      crumb={<Crumb to={[{ href: paths.historyImports(), label: t.title }]} />}
      title={titleOf(ui, run)}
      badge={<HistoryBadge ui={ui} run={run} />}
      lede={t.began(run.createdAt, run.createdByName)}
      acts={
        run.engineUrl && (
          <LinkButton quiet icon="external" href={run.engineUrl} target="_blank">
            {t.run.engine}
          </LinkButton>
        )
      }
    />
  );
};

const titleOf = (ui: SeatedUi, run: HistoryRun): string =>
  ui.t.history.run.title(run.accountName, spanOf(ui, run));
