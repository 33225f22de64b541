import type { After } from '#domain/sequences/edit.ts';
import { findStep, type Block } from '#domain/sequences/step.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import type { IconName } from '../kit/icons.ts';
import { MenuItem } from '../kit/menu.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps } from './designer.ts';
import { stepTitle } from './step-title.ts';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
}

export const stepIcons: Record<Block['kind'], IconName> = {
  message: 'sms',
  wait: 'clock',
  'wait-until': 'until',
  exit: 'flag',
};

/** Between two steps: a place to insert one, or to move one to. */
export const Gap = ({ ui, sequence, after }: Props & { after: After }) => (
  <div class="gap">
    {sequence.placing ? (
      <MoveHere ui={ui} sequence={sequence} after={after} />
    ) : (
      sequence.mayWrite && !sequence.archived && <Plus ui={ui} sequence={sequence} after={after} />
    )}
  </div>
);

const Plus = ({ ui, sequence, after }: Props & { after: After }) => {
  const t = ui.t.sequences.designer;
  return (
    <button
      type="button"
      class="plus"
      popovertarget="insert"
      aria-label={placeName(ui, sequence, after, t.insertAfter) ?? t.insertFirst}
      data-after={after ?? ''}
    >
      <Icon name="plus" />
    </button>
  );
};

const MoveHere = ({ ui, sequence, after }: Props & { after: After }) => {
  const { id, blocks, placing } = sequence;
  const t = ui.t.sequences.designer;
  const at = blocks.findIndex((step) => step.id === placing);
  const stays = after === placing || after === (blocks[at - 1]?.id ?? null);
  if (stays || placing === null) return null;
  return (
    <Button
      class="here"
      aria-label={placeName(ui, sequence, after, t.moveHereAfter) ?? t.moveHereFirst}
      {...hx({
        post: paths.moveStep(id, placing),
        vals: { after: after ?? '' },
        target: '#designer',
        swap: 'outerMorph',
        include: '#draft',
      })}
    >
      {t.moveHere}
    </Button>
  );
};

function placeName(
  ui: SeatedUi,
  { blocks }: DesignerProps,
  after: After,
  say: (step: string) => string,
): string | undefined {
  const step = after === null ? undefined : findStep(blocks, after);
  return step && say(stepTitle(ui, blocks, step));
}

const kinds: readonly Block['kind'][] = ['message', 'wait', 'wait-until', 'exit'];

/** One menu for all gaps; the script of the designer tells it which of them has opened it. */
export const InsertMenu = ({ ui, sequence }: Props) => {
  const { id, blocks } = sequence;
  const t = ui.t.sequences.designer;
  return (
    <div id="insert" class="menu" popover="auto" role="group" aria-label={t.insertMenu}>
      <form
        method="post"
        action={paths.steps(id)}
        {...hx({
          post: paths.steps(id),
          target: '#designer',
          swap: 'outerMorph',
          include: '#draft',
          sync: 'drop',
        })}
      >
        <OrderField />
        <input id="insert-after" type="hidden" name="after" value={blocks.at(-1)?.id ?? ''} />
        {kinds.map((kind) => (
          <MenuItem type="submit" name="kind" value={kind} icon={stepIcons[kind]}>
            {t.kinds[kind]}
          </MenuItem>
        ))}
      </form>
    </div>
  );
};
