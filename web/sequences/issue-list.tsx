import type { Issue } from '#domain/sequences/issue.ts';
import { findStep } from '#domain/sequences/step.ts';
import { MARKS } from '../catalogue/rich.ts';
import { hx } from '../hx.ts';
import { Badge } from '../kit/badge.tsx';
import { Icon } from '../kit/icon.tsx';
import { Rich } from '../kit/rich.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps } from './designer.ts';
import { stepTitle } from './step-title.ts';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
}

/** What is to fix before it can be published, and what to consider; each leads to its step. */
export const IssuePanel = ({ ui, sequence }: Props) => {
  const { issues } = sequence;
  if (sequence.archived) {
    return (
      <div id="issues" class="issues none">
        <p>{ui.t.sequences.archivedNote}</p>
      </div>
    );
  }
  const t = ui.t.sequences.designer;
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const summary = (
    <>
      {errors > 0 && (
        <Badge tone="danger" icon="failed">
          {t.toFix(errors)}
        </Badge>
      )}
      {warnings > 0 && (
        <Badge tone="warn" icon="warn">
          {t.toConsider(warnings)}
        </Badge>
      )}
      {issues.length === 0 && (
        <Badge tone="ok" icon="check">
          {t.allWell}
        </Badge>
      )}
      <span class="muted" id="why-not">
        {verdict(ui, sequence, errors)}
      </span>
    </>
  );
  if (issues.length === 0) {
    return (
      <div id="issues" class="issues none">
        <p class="row">{summary}</p>
      </div>
    );
  }
  return (
    <details id="issues" class="issues" open={errors > 0}>
      <summary>{summary}</summary>
      <ul role="list" {...toSteps}>
        {errorsFirst(issues).map((issue) => (
          <li>
            <IssueIcon issue={issue} />
            <IssueText ui={ui} sequence={sequence} issue={issue} />
          </li>
        ))}
      </ul>
    </details>
  );
};

const errorsFirst = (issues: readonly Issue[]): readonly Issue[] => [
  ...issues.filter(({ severity }) => severity === 'error'),
  ...issues.filter(({ severity }) => severity !== 'error'),
];

/** A link to a step changes the designer alone. */
const toSteps = hx({
  inherited: { boost: true, target: '#designer', select: '#designer', swap: 'outerMorph' },
});

function verdict(
  ui: SeatedUi,
  { versions, nothingNew, blocks }: DesignerProps,
  errors: number,
): string {
  const t = ui.t.sequences.designer;
  const latest = versions[0]?.number ?? 0;
  if (blocks.length === 0) return '';
  if (errors > 0) return t.whyNot(latest + 1, errors);
  return nothingNew ? t.nothingNew(latest) : t.mayPublish;
}

const IssueIcon = ({ issue: { severity } }: { issue: Issue }) => (
  <Icon
    name={severity === 'error' ? 'failed' : 'warn'}
    class={severity === 'error' ? 'is-danger' : 'is-warn'}
  />
);

interface IssueTextProps extends Props {
  issue: Issue;
  /** Where the step itself is on show: it is named and leads nowhere. */
  here?: boolean;
}

export const IssueText = ({ ui, sequence, issue, here }: IssueTextProps) => {
  const { blocks, id } = sequence;
  const step = issue.stepId === null ? undefined : findStep(blocks, issue.stepId);
  const title = step ? stepTitle(ui, blocks, step) : '';
  const text = ui.t.sequences.issues.full[issue.code](title, issue.params);
  return (
    <span>
      <Rich
        text={here ? text.replace(MARKS.link, MARKS.strong) : text}
        href={step ? paths.step(id, step.id) : []}
      />
    </span>
  );
};

/** The same in a word, on the step itself. */
export const StepIssues = ({ ui, issues }: { ui: SeatedUi; issues: readonly Issue[] }) => (
  <>
    {issues.map((issue) => (
      <p class={issue.severity === 'error' ? 'live is-danger' : 'live is-warn'}>
        <IssueIcon issue={issue} />
        <span>{ui.t.sequences.issues.short[issue.code]}</span>
      </p>
    ))}
  </>
);
