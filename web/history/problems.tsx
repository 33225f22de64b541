import { Crumb } from '../kit/crumb.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Pager } from '../kit/pager.tsx';
import { Section } from '../kit/section.tsx';
import { Table } from '../kit/table.tsx';
import { Page, Shell } from '../layout.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { spanOf } from './badge.tsx';
import type { HistoryRun, ShownProblem, ShownProblems } from './history-run.ts';

interface ProblemsPageProps {
  ui: SeatedUi;
  run: HistoryRun;
  shown: ShownProblems;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
}

/** All requests of an import that did not succeed at once. */
export const ProblemsPage = ({ ui, run, shown, firstHref, nextHref }: ProblemsPageProps) => {
  const t = ui.t.history;
  const name = t.run.title(run.accountName, spanOf(ui, run));
  return (
    <Shell ui={ui} title={t.problems.title} nav="imports">
      <Page>
        <PageHead
          crumb={
            <Crumb
              to={[
                { href: paths.historyImports(), label: t.title },
                { href: paths.historyImport(run.id), label: name },
              ]}
            />
          }
          title={t.problems.title}
          lede={t.problems.counts(shown.open, shown.total)}
        />
        <ProblemTable ui={ui} problems={shown.problems} />
        <Pager ui={ui} label={t.problems.pager} firstHref={firstHref} nextHref={nextHref} />
      </Page>
    </Shell>
  );
};

interface ProblemsProps {
  ui: SeatedUi;
  runId: string;
  shown: ShownProblems;
}

/** The first of them on the import's own page. */
export const Problems = ({ ui, runId, shown }: ProblemsProps) => {
  const words = ui.t.history.problems;
  const { problems, open, total } = shown;
  return (
    <Section
      id="problems"
      title={words.title}
      about={total > 0 ? words.counts(open, total) : undefined}
      acts={
        total > problems.length && <a href={paths.historyProblems(runId)}>{words.all(total)}</a>
      }
    >
      {total === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <>
          <p class="muted small">{words.about}</p>
          <ProblemTable ui={ui} problems={problems} />
        </>
      )}
    </Section>
  );
};

const ProblemTable = ({ ui, problems }: { ui: SeatedUi; problems: readonly ShownProblem[] }) => {
  const words = ui.t.history.problems;
  return (
    <Table
      ui={ui}
      label={words.list}
      close
      columns={[
        { label: words.request },
        { label: words.of },
        { label: words.status },
        { label: words.code },
        { label: words.attempt, figures: true },
        { label: words.last },
        { label: words.solved },
      ]}
    >
      {problems.map((problem) => (
        <tr>
          <td class="nowrap">
            <code>{problem.request}</code>
          </td>
          <td>{problem.about && <code>{problem.about}</code>}</td>
          <td>{problem.status ?? words.noStatus}</td>
          <td class="nowrap">{meaningOf(ui, problem)}</td>
          <td class="n">{ui.format.number(problem.attempt)}</td>
          <td class="nowrap">{ui.format.moment(problem.at)}</td>
          <td class={problem.solvedAt ? undefined : 'is-warn'}>
            {problem.solvedAt ? words.solvedAt(problem.solvedAt) : words.unsolved}
          </td>
        </tr>
      ))}
    </Table>
  );
};

function meaningOf(ui: SeatedUi, { status, code }: ShownProblem): string {
  const words = ui.t.history.problems;
  const known = words.codes[code] ?? (status === null ? undefined : words.statuses[status]);
  if (known) return known;
  return status !== null && status >= 500 ? words.failing : words.other(code);
}
