import { findStep, type Block } from '#domain/sequences/step.ts';
import { ChannelTag } from '../kit/channel-tag.tsx';
import { Button } from '../kit/button.tsx';
import { Drawer } from '../kit/drawer.tsx';
import { Icon } from '../kit/icon.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps } from './designer.ts';
import { ExitFields } from './exit-fields.tsx';
import { stepIcons } from './gap.tsx';
import { IssueText } from './issue-list.tsx';
import { MessageFields } from './message-fields.tsx';
import { Preview } from './preview.tsx';
import { stepTitle } from './step-title.ts';
import { TestForm } from './test-form.tsx';
import { WaitFields, WaitUntilFields } from './wait-fields.tsx';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
}

/** The step that is edited, beside the line; every change saves itself. */
export const StepDrawer = ({ ui, sequence }: Props) => {
  const { id, blocks, open } = sequence;
  const step = open && findStep(blocks, open);
  if (!step)
    return (
      <aside id="drawer" class="pane drawer" aria-label={ui.t.sequences.designer.drawer} hidden />
    );
  const t = ui.t.sequences.designer;
  const title = stepTitle(ui, blocks, step);
  const close = paths.sequence(id);
  return (
    <Drawer
      id="drawer"
      label={t.edit(title)}
      head={<DrawerHead ui={ui} sequence={sequence} step={step} />}
      close={t.close}
      closeHref={close}
      closeAttrs={hx({ get: close, target: '#designer', swap: 'outerMorph', pushUrl: true })}
      foot={mayEdit(sequence) && <Foot ui={ui} sequence={sequence} step={step} />}
    >
      <div id="conflict" role="alert" />
      <StepForm ui={ui} sequence={sequence} step={step} />
      <OwnIssues ui={ui} sequence={sequence} step={step} />
      {sequence.preview && <Preview ui={ui} preview={sequence.preview} />}
      {step.kind === 'message' && mayEdit(sequence) && (
        <TestForm ui={ui} sequenceId={id} stepId={step.id} />
      )}
    </Drawer>
  );
};

const mayEdit = ({ mayWrite, archived }: DesignerProps): boolean => mayWrite && !archived;

const DrawerHead = ({ ui, sequence, step }: Props & { step: Block }) => {
  const { blocks, focus, savedAt } = sequence;
  const t = ui.t.sequences.designer;
  const isMessage = step.kind === 'message';
  return (
    <>
      <span class="node" data-ch={isMessage ? step.channel : undefined}>
        <Icon name={stepIcons[step.kind]} />
      </span>
      <div>
        <h2 id="drawer-title" tabindex={-1} autofocus={focus?.on === 'drawer'}>
          {stepTitle(ui, blocks, step)}
        </h2>
        <p class="muted small">
          {t.step(blocks.indexOf(step) + 1)} ·{' '}
          {isMessage && (
            <>
              <ChannelTag ui={ui} channel="sms" /> ·{' '}
            </>
          )}
          <span id="saved" role="status">
            {t.saved(savedAt)}
          </span>
        </p>
      </div>
    </>
  );
};

const StepForm = ({ ui, sequence, step }: Props & { step: Block }) => {
  const { id, revision, focus } = sequence;
  const post = paths.step(id, step.id);
  const autofocus = focus?.on === 'field';
  return (
    <form
      id={`form-${step.id}`}
      method="post"
      action={post}
      {...hx({
        post,
        trigger: 'submit, input delay:600ms, change',
        target: '#canvas',
        swap: 'outerMorph',
        include: '#draft',
        sync: 'this:queue last',
        status: { 409: 'target:#conflict swap:innerHTML' },
      })}
    >
      <fieldset id={`fields-${revision}`} class="bare stack-4" disabled={!mayEdit(sequence)}>
        <legend class="vh">
          {ui.t.sequences.designer.edit(stepTitle(ui, sequence.blocks, step))}
        </legend>
        <Fields ui={ui} sequence={sequence} step={step} autofocus={autofocus} />
        <button type="submit" class="vh" tabindex={-1}>
          {ui.t.common.save}
        </button>
      </fieldset>
    </form>
  );
};

const Fields = ({ ui, sequence, step, autofocus }: Props & { step: Block; autofocus: boolean }) => {
  switch (step.kind) {
    case 'message':
      return <MessageFields ui={ui} sequence={sequence} step={step} autofocus={autofocus} />;
    case 'wait':
      return <WaitFields ui={ui} step={step} revision={sequence.revision} autofocus={autofocus} />;
    case 'wait-until':
      return (
        <WaitUntilFields ui={ui} step={step} revision={sequence.revision} autofocus={autofocus} />
      );
    case 'exit':
      return <ExitFields ui={ui} step={step} revision={sequence.revision} autofocus={autofocus} />;
  }
};

/** What is wrong with this step, where it is mended. */
export const OwnIssues = ({ ui, sequence, step }: Props & { step: Block }) => {
  const own = sequence.issues.filter(({ stepId }) => stepId === step.id);
  return (
    <ul id="own-issues" class="own-issues" role="list">
      {own.map((issue) => (
        <li>
          <Icon
            name={issue.severity === 'error' ? 'failed' : 'warn'}
            class={issue.severity === 'error' ? 'is-danger' : 'is-warn'}
          />
          <IssueText ui={ui} sequence={sequence} issue={issue} here />
        </li>
      ))}
    </ul>
  );
};

const Foot = ({ ui, sequence, step }: Props & { step: Block }) => {
  const { id, blocks } = sequence;
  const t = ui.t.sequences.designer;
  const shared = { target: '#designer', swap: 'outerMorph', include: '#draft' } as const;
  return (
    <>
      {blocks.length > 2 && (
        <Button icon="move" {...hx({ get: paths.moveStep(id, step.id), ...shared })}>
          {t.move}
        </Button>
      )}
      <Button icon="copy" {...hx({ post: paths.stepCopies(id, step.id), ...shared })}>
        {t.duplicate}
      </Button>
      <Button quiet icon="bin" class="push" {...hx({ delete: paths.step(id, step.id), ...shared })}>
        {t.remove}
      </Button>
    </>
  );
};
