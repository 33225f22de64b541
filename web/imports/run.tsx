import type { ImportState } from '#domain/imports/run.ts';
import type { Child } from 'hono/jsx';
import { Crumb } from '../kit/crumb.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Stages, type Stage } from '../kit/stages.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { ImportBadge } from './list.tsx';

export interface RunHead {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  /** Whether the rows have been counted, not estimated. */
  isExact: boolean;
  columns: number;
  createdAt: Date;
  createdByName: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

interface RunPageProps {
  ui: SeatedUi;
  run: RunHead;
  acts?: Child;
  children: Child;
}

/** The frame of one import, whatever it is at. */
export const RunPage = ({ ui, run, acts, children }: RunPageProps) => {
  return (
    <Shell ui={ui} title={run.fileName} nav="imports">
      <Page>
        <RunTitle ui={ui} run={run} acts={acts} />
        {children}
      </Page>
    </Shell>
  );
};

/** Names the list and says how far it is; told anew while the page stands open. */
export const RunTitle = ({ ui, run, acts }: Omit<RunPageProps, 'children'>) => {
  const t = ui.t.imports;
  return (
    <PageHead
      id="run-head"
      crumb={<Crumb to={[{ href: paths.imports(), label: t.title }]} />}
      title={run.fileName}
      badge={<ImportBadge ui={ui} state={run.state} />}
      lede={t.mapping.about(run.rows, run.columns, run.isExact)}
      acts={acts}
    />
  );
};

/** Where an import stands, on the line. */
export const RunStages = ({ ui, run }: { ui: SeatedUi; run: RunHead }) => {
  const words = ui.t.imports.progress.stages;
  const { state } = run;
  const started = run.startedAt !== null;
  const isOver = state === 'complete' || state === 'failed' || state === 'cancelled';
  const stages: Stage[] = [
    {
      when: 'past',
      title: words.uploaded,
      note: ui.t.imports.uploadedBy(run.createdByName, ui.format.moment(run.createdAt)),
    },
    { when: state === 'mapping' ? 'now' : 'past', title: words.matching },
    {
      when: started && !isOver ? 'now' : started ? 'past' : 'next',
      title: words.importing,
      note: run.startedAt ? ui.format.moment(run.startedAt) : undefined,
    },
    {
      when: isOver ? 'past' : 'next',
      title: words.result,
      note: run.finishedAt ? ui.format.moment(run.finishedAt) : ui.t.imports.progress.resultNote,
    },
  ];
  return <Stages ui={ui} stages={stages} />;
};
