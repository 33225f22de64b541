import { phoneText } from '#domain/contacts/phone-text.ts';
import { LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Pager } from '../kit/pager.tsx';
import { Table } from '../kit/table.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { spanOf } from './badge.tsx';
import type { Difference, HistoryRun, ShownDifferences } from './history-run.ts';

interface DifferencesPageProps {
  ui: SeatedUi;
  run: HistoryRun;
  shown: ShownDifferences;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
}

/** All conversations of which one side has what the other has not. */
export const DifferencesPage = ({ ui, run, shown, firstHref, nextHref }: DifferencesPageProps) => {
  const t = ui.t.history;
  return (
    <Shell ui={ui} title={t.proof.differingTitle} nav="imports">
      <Page>
        <PageHead
          crumb={
            <Crumb
              to={[
                { href: paths.historyImports(), label: t.title },
                {
                  href: paths.historyImport(run.id),
                  label: t.run.title(run.accountName, spanOf(ui, run)),
                },
              ]}
            />
          }
          title={t.proof.differingTitle}
          acts={
            shown.total > 0 && (
              <LinkButton quiet icon="download" href={paths.historyHoles(run.id)} download>
                {t.proof.download}
              </LinkButton>
            )
          }
        />
        {shown.total === 0 ? (
          <EmptyState title={t.proof.differingNone} />
        ) : (
          <DifferenceTable ui={ui} differences={shown.differences} />
        )}
        <Pager ui={ui} label={t.proof.pager} firstHref={firstHref} nextHref={nextHref} />
      </Page>
    </Shell>
  );
};

export const DifferenceTable = ({
  ui,
  differences,
}: {
  ui: SeatedUi;
  differences: readonly Difference[];
}) => {
  const words = ui.t.history.proof;
  return (
    <Table
      ui={ui}
      label={words.differingLabel}
      close
      columns={[
        { label: words.with },
        { label: words.number },
        { label: words.messages },
        { label: words.calls },
        { label: words.missing },
      ]}
    >
      {differences.map((difference) => (
        <tr>
          <th scope="row">
            <With ui={ui} difference={difference} />
          </th>
          <td class="nowrap">{difference.number && phoneText(difference.number)}</td>
          <td class="nowrap">
            {words.thereAndHere(difference.messagesTheirs, difference.messagesOurs)}
          </td>
          <td class="nowrap">{words.thereAndHere(difference.callsTheirs, difference.callsOurs)}</td>
          <td class="nowrap">
            <Missing ui={ui} difference={difference} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

const With = ({ ui, difference }: { ui: SeatedUi; difference: Difference }) => {
  const { conversationId, externalId } = difference;
  const name = difference.with ?? ui.t.history.proof.nobody;
  return (
    <>
      {conversationId ? <a href={paths.conversation(conversationId)}>{name}</a> : name}
      <br />
      <code class="muted">{externalId}</code>
    </>
  );
};

/** What is missing by its name, so that somebody may look it up at the provider. */
const Missing = ({ ui, difference }: { ui: SeatedUi; difference: Difference }) => {
  const words = ui.t.history.proof;
  const { missing, missingInAll } = difference;
  if (missing.length === 0) return <span class="muted">{words.onlyHere}</span>;
  return (
    <>
      {missing.map(({ kind, externalId, mendedAt }) => (
        <div>
          {words.missingKinds[kind]} <code>{externalId}</code>
          {mendedAt && <span class="is-ok"> {words.mendedMark}</span>}
        </div>
      ))}
      {missingInAll > missing.length && (
        <span class="muted">{words.moreMissing(missingInAll - missing.length)}</span>
      )}
    </>
  );
};
