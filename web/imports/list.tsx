import type { ImportState } from '#domain/imports/run.ts';
import { Badge, type Tone } from '../kit/badge.tsx';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Pager } from '../kit/pager.tsx';
import { Table } from '../kit/table.tsx';
import { ImportTabs } from '../history/tabs.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface ListedImport {
  id: string;
  fileName: string;
  state: ImportState;
  rowsRead: number;
  created: number;
  rejected: number;
  createdAt: Date;
  createdByName: string | null;
}

const TONES: Record<ImportState, Tone> = {
  mapping: 'plain',
  running: 'on',
  paused: 'warn',
  complete: 'ok',
  failed: 'danger',
  cancelled: 'plain',
};

export const ImportBadge = ({ ui, state }: { ui: SeatedUi; state: ImportState }) => (
  <Badge tone={TONES[state]}>{ui.t.imports.states[state]}</Badge>
);

interface ImportsPageProps {
  ui: SeatedUi;
  imports: readonly ListedImport[];
  mayImport: boolean;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
}

export const ImportsPage = ({ ui, imports, mayImport, firstHref, nextHref }: ImportsPageProps) => {
  const { t } = ui;
  const add = mayImport && (
    <LinkButton primary icon="upload" href={paths.newImport()}>
      {t.imports.add}
    </LinkButton>
  );
  return (
    <Shell ui={ui} title={t.imports.title} nav="imports">
      <Page>
        <PageHead title={t.imports.title} lede={t.imports.lede} acts={imports.length > 0 && add} />
        <ImportTabs ui={ui} current="lists" />
        {imports.length === 0 ? (
          <EmptyState title={t.imports.none.title} act={add || undefined}>
            {t.imports.none.why}
          </EmptyState>
        ) : (
          <ImportsTable ui={ui} imports={imports} />
        )}
        <Pager ui={ui} label={t.imports.table.label} firstHref={firstHref} nextHref={nextHref} />
      </Page>
    </Shell>
  );
};

const ImportsTable = ({ ui, imports }: Pick<ImportsPageProps, 'ui' | 'imports'>) => {
  const words = ui.t.imports.table;
  return (
    <Table
      ui={ui}
      label={words.label}
      columns={[
        { label: words.file },
        { label: words.state },
        { label: words.rows, figures: true },
        { label: words.created, figures: true },
        { label: words.rejected, figures: true },
        { label: words.by },
      ]}
    >
      {imports.map((run) => (
        <tr>
          <th scope="row">
            <a href={paths.importRun(run.id)}>{run.fileName}</a>
          </th>
          <td>
            <ImportBadge ui={ui} state={run.state} />
          </td>
          <td class="n">{ui.format.number(run.rowsRead)}</td>
          <td class="n">{ui.format.number(run.created)}</td>
          <td class="n">{ui.format.number(run.rejected)}</td>
          <td>{ui.t.imports.uploadedBy(run.createdByName, ui.format.moment(run.createdAt))}</td>
        </tr>
      ))}
    </Table>
  );
};
