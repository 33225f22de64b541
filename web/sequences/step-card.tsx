import { v7 } from 'uuid';
import { messageText, type Block } from '#domain/sequences/step.ts';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { Icon } from '../kit/icon.tsx';
import { Menu, MenuItem } from '../kit/menu.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { cx } from '../kit/attrs.ts';
import type { DesignerProps } from './designer.ts';
import { stepIcons } from './gap.tsx';
import { StepIssues } from './issue-list.tsx';
import { stepTitle } from './step-title.ts';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
  step: Block;
}

/** One step on the line; its title opens it. */
export const StepCard = ({ ui, sequence, step }: Props) => {
  const { id, open, placing, issues } = sequence;
  const own = issues.filter(({ stepId }) => stepId === step.id);
  const isMessage = step.kind === 'message';
  return (
    <article
      id={`step-${step.id}`}
      class={cx(
        'step',
        !isMessage && 'plain',
        (open === step.id || placing === step.id) && 'on',
        own.some(({ severity }) => severity === 'error') && 'bad',
      )}
    >
      <header>
        <span class="node" data-ch={isMessage ? step.channel : undefined}>
          <Icon name={stepIcons[step.kind]} />
        </span>
        <h3>
          <StepLink ui={ui} sequence={sequence} step={step} />
        </h3>
        {sequence.mayWrite && !sequence.archived && !placing && (
          <StepMenu ui={ui} sequence={sequence} step={step} />
        )}
        {isMessage && <Where ui={ui} sequence={sequence} step={step} />}
      </header>
      {isMessage && (
        <p class="vars-1">
          <span>{messageText(step).trim() || <Blank ui={ui} />}</span>
        </p>
      )}
      <StepIssues ui={ui} issues={own} />
      {isMessage && (
        <p class="live counts" id={`counts-${id}-${step.id}`} hidden {...hx({ morphSkip: true })} />
      )}
    </article>
  );
};

const Blank = ({ ui }: { ui: SeatedUi }) => (
  <span class="muted">{ui.t.sequences.designer.noText}</span>
);

const Where = ({ ui, sequence, step }: Props) => (
  <p>
    {ui.t.sequences.designer.step(sequence.blocks.indexOf(step) + 1)} ·{' '}
    <ChannelTag ui={ui} channel="sms" />
  </p>
);

const StepLink = ({ ui, sequence, step }: Props) => {
  const { id, open, focus, blocks } = sequence;
  const href = paths.step(id, step.id);
  return (
    <a
      id={`open-${step.id}`}
      href={href}
      aria-current={open === step.id ? 'true' : undefined}
      autofocus={focus?.on === 'card' && focus.stepId === step.id}
      {...hx({ get: href, target: '#designer', swap: 'outerMorph', pushUrl: true })}
    >
      {stepTitle(ui, blocks, step)}
    </a>
  );
};

const StepMenu = ({ ui, sequence, step }: Props) => {
  const { id, blocks } = sequence;
  const t = ui.t.sequences.designer;
  const at = blocks.indexOf(step);
  const title = stepTitle(ui, blocks, step);
  const shared = { target: '#designer', swap: 'outerMorph', include: '#draft' } as const;
  const moveAfter = (after: string | null) =>
    hx({ post: paths.moveStep(id, step.id), vals: { after: after ?? '' }, ...shared });
  return (
    <Menu id={`menu-${step.id}`} label={t.moreFor(title)} atEnd>
      {at > 0 && (
        <MenuItem icon="up" data-move="up" {...moveAfter(blocks[at - 2]?.id ?? null)}>
          {t.up}
        </MenuItem>
      )}
      {at < blocks.length - 1 && (
        <MenuItem icon="down" data-move="down" {...moveAfter(blocks[at + 1]?.id ?? null)}>
          {t.down}
        </MenuItem>
      )}
      {blocks.length > 2 && (
        <MenuItem
          icon="move"
          {...hx({ get: paths.moveStep(id, step.id), target: '#designer', swap: 'outerMorph' })}
        >
          {t.move}
        </MenuItem>
      )}
      <MenuItem
        icon="copy"
        {...hx({ post: paths.stepCopies(id, step.id), vals: { order: v7() }, ...shared })}
      >
        {t.duplicate}
      </MenuItem>
      <MenuItem icon="bin" {...hx({ delete: paths.step(id, step.id), ...shared })}>
        {t.remove}
      </MenuItem>
    </Menu>
  );
};
