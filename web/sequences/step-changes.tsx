import type { StepDiff } from '#domain/sequences/diff.ts';
import { messageText, type Block } from '#domain/sequences/step.ts';
import { Badge, type Tone } from '../kit/badge.tsx';
import { Icon } from '../kit/icon.tsx';
import type { SeatedUi } from '../ui.ts';
import { stepIcons } from './gap.tsx';
import { stepTitle } from './step-title.ts';
import { wordDiff } from './word-diff.ts';

interface Props {
  ui: SeatedUi;
  changes: readonly StepDiff[];
  /** The steps of the earlier and the later of the two, for the names of what has none. */
  before: readonly Block[];
  after: readonly Block[];
}

const tones: Record<StepDiff['change'], Tone> = {
  added: 'ok',
  removed: 'danger',
  moved: 'on',
  changed: 'warn',
  'moved-and-changed': 'warn',
  same: 'plain',
};

/** Two versions step by step, in the order of the later one; what it no longer has comes last. */
export const StepChanges = ({ ui, changes, before, after }: Props) => (
  <ol class="changes" role="list">
    {changes.map((change) => (
      <StepChange ui={ui} change={change} before={before} after={after} />
    ))}
  </ol>
);

interface ChangeProps extends Omit<Props, 'changes'> {
  change: StepDiff;
}

const StepChange = ({ ui, change: { change, position, ...steps }, before, after }: ChangeProps) => {
  const t = ui.t.sequences;
  const step = steps.after ?? steps.before;
  if (!step) return null;
  const was = change === 'changed' || change === 'moved-and-changed' ? steps.before : null;
  return (
    <li class={change === 'removed' ? 'gone' : undefined}>
      <Icon name={stepIcons[step.kind]} />
      <div>
        <h3>
          {stepTitle(ui, steps.after ? after : before, step)}{' '}
          {change !== 'same' && <Badge tone={tones[change]}>{t.versions.marks[change]}</Badge>}
        </h3>
        {steps.after && <p class="muted small">{t.designer.step(position)}</p>}
        {was && stepTitle(ui, before, was) !== stepTitle(ui, after, step) && (
          <p class="small">
            {t.versions.before}: <del>{stepTitle(ui, before, was)}</del>
          </p>
        )}
        {step.kind === 'message' && <Text step={step} was={was} ui={ui} />}
      </div>
    </li>
  );
};

const Text = ({ ui, step, was }: { ui: SeatedUi; step: Block; was: Block | null }) => {
  const text = step.kind === 'message' ? messageText(step) : '';
  if (was?.kind !== 'message' || messageText(was) === text) {
    return text ? (
      <p class="said">{text}</p>
    ) : (
      <p class="muted">{ui.t.sequences.designer.noText}</p>
    );
  }
  return (
    <p class="said">
      {wordDiff(messageText(was), text).map(({ kind, text: words }) => {
        if (kind === 'gone') return <del>{words}</del>;
        return kind === 'new' ? <ins>{words}</ins> : words;
      })}
    </p>
  );
};

/** "1 added, 2 changed". */
export function changeSummary(ui: SeatedUi, changes: readonly StepDiff[]): string {
  const t = ui.t.sequences.versions.summary;
  const count = (...kinds: StepDiff['change'][]) =>
    changes.filter(({ change }) => kinds.includes(change)).length;
  const told: [number, (n: number) => string][] = [
    [count('added'), t.added],
    [count('removed'), t.removed],
    [count('moved', 'moved-and-changed'), t.moved],
    [count('changed', 'moved-and-changed'), t.changed],
  ];
  const words = told.flatMap(([n, say]) => (n > 0 ? [say(n)] : []));
  return words.length > 0 ? ui.format.list(words) : t.same;
}
