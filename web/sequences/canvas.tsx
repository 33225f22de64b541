import type { After } from '#domain/sequences/edit.ts';
import { findStep, type Block } from '#domain/sequences/step.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { Rich } from '../kit/rich.tsx';
import { LinkButton } from '../kit/button.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps } from './designer.ts';
import { Gap, InsertMenu } from './gap.tsx';
import { IssuePanel } from './issue-list.tsx';
import { StepCard } from './step-card.tsx';
import { stepTitle } from './step-title.ts';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
}

/** The steps on the line, with a gap before each and one at the end. */
export const Canvas = ({ ui, sequence }: Props) => {
  const { blocks, placing } = sequence;
  const t = ui.t.sequences.designer;
  return (
    <section id="canvas" class="pane canvas" aria-labelledby="sequence-name">
      {placing ? (
        <Placing ui={ui} sequence={sequence} />
      ) : (
        <IssuePanel ui={ui} sequence={sequence} />
      )}
      <div class="pane-scroll tree" id="tree" tabindex={0} role="region" aria-label={t.steps}>
        <h2 class="vh">{t.steps}</h2>
        {blocks.length === 0 ? (
          <EmptyState title={t.empty} act={<Gap ui={ui} sequence={sequence} after={null} />}>
            {t.emptyLede}
          </EmptyState>
        ) : (
          <>
            <p class="stops">
              <Icon name="exit" />
              <span>
                <Rich text={t.stops} />
              </span>
            </p>
            <ol class="flow" role="list">
              {blocks.map((step, index) => (
                <StepItem
                  ui={ui}
                  sequence={sequence}
                  step={step}
                  before={blocks[index - 1]?.id ?? null}
                />
              ))}
            </ol>
          </>
        )}
        {canEdit(sequence) && <InsertMenu ui={ui} sequence={sequence} />}
      </div>
    </section>
  );
};

const canEdit = ({ mayWrite, archived }: DesignerProps): boolean => mayWrite && !archived;

const StepItem = ({ ui, sequence, step, before }: Props & { step: Block; before: After }) => {
  const isLast = sequence.blocks.at(-1)?.id === step.id;
  return (
    <li id={`li-${step.id}`}>
      <Gap ui={ui} sequence={sequence} after={before} />
      <StepCard ui={ui} sequence={sequence} step={step} />
      {isLast && step.kind !== 'exit' && <Gap ui={ui} sequence={sequence} after={step.id} />}
    </li>
  );
};

/** While a step is being moved: what the gaps are for, and the way out. */
const Placing = ({ ui, sequence }: Props) => {
  const { blocks, placing, id } = sequence;
  const step = placing && findStep(blocks, placing);
  if (!step) return null;
  const t = ui.t.sequences.designer;
  return (
    <div class="issues placing" role="status">
      <span>
        <Rich text={t.placing(stepTitle(ui, blocks, step))} />
      </span>
      <LinkButton
        href={paths.sequence(id)}
        data-key="Escape"
        {...hx({ get: paths.sequence(id), target: '#designer', swap: 'outerMorph' })}
      >
        {t.placingCancel}
      </LinkButton>
    </div>
  );
};
