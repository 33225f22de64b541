import { diffVersions } from '#domain/sequences/diff.ts';
import type { Block } from '#domain/sequences/step.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icon.tsx';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps } from './designer.ts';
import { IssueText } from './issue-list.tsx';
import { changeSummary } from './step-changes.tsx';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
  /** The steps of the latest version. */
  latest: { number: number; blocks: readonly Block[] } | null;
  /** Why it was refused. */
  problem?: string;
}

/** What the next version would change, before it is published for good. */
export const PublishDialog = ({ ui, sequence, latest, problem }: Props) => {
  const t = ui.t.sequences.versions;
  const { id, issues } = sequence;
  const next = (latest?.number ?? 0) + 1;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const shown = errors.length > 0 ? errors : issues;
  return (
    <Dialog
      title={t.publishTitle(next)}
      close={ui.t.common.close}
      acts={
        errors.length === 0 &&
        !problem && (
          <Button primary type="submit" form="publish-form">
            {t.publish(next)}
          </Button>
        )
      }
    >
      {problem && (
        <Banner tone="danger" role="alert">
          {problem}
        </Banner>
      )}
      <p>{latest ? changeSummary(ui, diffVersions(latest.blocks, sequence.blocks)) : t.first}</p>
      {shown.length > 0 && (
        <ul class="own-issues after" role="list" aria-label={t.consider}>
          {shown.map((issue) => (
            <li>
              <Icon
                name={issue.severity === 'error' ? 'failed' : 'warn'}
                class={issue.severity === 'error' ? 'is-danger' : 'is-warn'}
              />
              <IssueText ui={ui} sequence={sequence} issue={issue} />
            </li>
          ))}
        </ul>
      )}
      <form
        id="publish-form"
        method="post"
        action={paths.publish(id)}
        class="stack-4 after"
        {...hx({ post: paths.publish(id), swap: 'none', include: '#draft' })}
      >
        <OrderField />
        <Input
          name="note"
          label={t.note}
          hint={t.noteHint}
          maxlength={300}
          optional={ui.t.common.optional}
        />
        <p class="muted small">{t.publishLede}</p>
      </form>
    </Dialog>
  );
};
