import { LinkButton } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Pager } from '../kit/pager.tsx';
import { Table } from '../kit/table.tsx';
import { hx } from '../hx.ts';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { HistoryBadge, spanOf } from './badge.tsx';
import type { ListedHistory } from './history-run.ts';
import { ImportTabs } from './tabs.tsx';

interface HistoryListProps {
  ui: SeatedUi;
  imports: readonly ListedHistory[];
  /** `upkeep` is what the watch and the night have read again. */
  show: 'whole' | 'upkeep';
  hasAccount: boolean;
  mayWrite: boolean;
  mayConnect: boolean;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
}

export const HistoryPage = (props: HistoryListProps) => {
  const { ui, imports, show } = props;
  const t = ui.t.history;
  return (
    <Shell ui={ui} title={t.title} nav="imports">
      <Page>
        <PageHead
          title={t.title}
          lede={t.lede}
          acts={(imports.length > 0 || show === 'upkeep') && <Add {...props} />}
        />
        <ImportTabs ui={ui} current={show === 'upkeep' ? 'upkeep' : 'history'} />
        <HistoryList {...props} />
      </Page>
    </Shell>
  );
};

const Add = ({ ui, hasAccount, mayWrite }: HistoryListProps) =>
  hasAccount && mayWrite ? (
    <LinkButton primary icon="upload" href={paths.newHistoryImport()}>
      {ui.t.history.add}
    </LinkButton>
  ) : null;

/** The imports, newest first; fetched anew when one of them moves on. */
export const HistoryList = (props: HistoryListProps) => {
  const { ui, imports, show, firstHref, nextHref } = props;
  const words = ui.t.history.table;
  const query = show === 'upkeep' ? { show } : {};
  const following = firstHref
    ? {}
    : hx({
        get: paths.historyImports(query),
        trigger: onNews('history', '2s'),
        swap: 'outerMorph',
      });
  return (
    <div id="history-list" class="after" {...following}>
      {imports.length === 0 ? <Nothing {...props} /> : <HistoryTable ui={ui} imports={imports} />}
      <Pager ui={ui} label={words.label} firstHref={firstHref} nextHref={nextHref} />
    </div>
  );
};

const Nothing = (props: HistoryListProps) => {
  const { ui, show, hasAccount, mayConnect } = props;
  const t = ui.t.history;
  if (!hasAccount) {
    const act = mayConnect ? (
      <LinkButton icon="plus" href={paths.newAccount()}>
        {t.noAccount.act}
      </LinkButton>
    ) : (
      <p class="muted">{t.noAccount.ask}</p>
    );
    return (
      <EmptyState title={t.noAccount.title} act={act}>
        {t.noAccount.why}
      </EmptyState>
    );
  }
  if (show === 'upkeep') return <EmptyState title={t.noUpkeep.title}>{t.noUpkeep.why}</EmptyState>;
  return (
    <EmptyState title={t.none.title} act={<Add {...props} />}>
      {t.none.why}
    </EmptyState>
  );
};

const HistoryTable = ({ ui, imports }: Pick<HistoryListProps, 'ui' | 'imports'>) => {
  const t = ui.t.history;
  const { number } = ui.format;
  return (
    <Table
      ui={ui}
      label={t.table.label}
      columns={[
        { label: t.table.account },
        { label: t.table.what },
        { label: t.table.state },
        { label: t.table.conversations, figures: true },
        { label: t.table.messages, figures: true },
        { label: t.table.calls, figures: true },
        { label: t.table.changed, figures: true },
        { label: t.table.began },
      ]}
    >
      {imports.map((run) => (
        <tr>
          <td class="nowrap">{run.accountName}</td>
          <th scope="row">
            <a href={paths.historyImport(run.id)}>{spanOf(ui, run)}</a>
          </th>
          <td class="nowrap">
            <HistoryBadge ui={ui} run={run} />
          </td>
          <td class="n">{number(run.conversations)}</td>
          <td class="n">{number(run.messages)}</td>
          <td class="n">{number(run.calls)}</td>
          <td class="n">{number(run.changed)}</td>
          <td class="nowrap">{t.began(run.createdAt, run.createdByName)}</td>
        </tr>
      ))}
    </Table>
  );
};
