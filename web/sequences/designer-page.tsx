import { findStep } from '#domain/sequences/step.ts';
import { hx } from '../hx.ts';
import { Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Canvas } from './canvas.tsx';
import type { DesignerProps } from './designer.ts';
import { DesignerHead } from './designer-head.tsx';
import { StepDrawer } from './drawer.tsx';
import { stepTitle } from './step-title.ts';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
}

/** A sequence being written: its versions, its steps on the line, and the step that is edited. */
export const DesignerPage = ({ ui, sequence }: Props) => {
  const step = sequence.open && findStep(sequence.blocks, sequence.open);
  const title = step ? `${stepTitle(ui, sequence.blocks, step)} · ${sequence.name}` : sequence.name;
  return (
    <Shell ui={ui} title={title} nav="sequences">
      <Designer ui={ui} sequence={sequence} />
    </Shell>
  );
};

/** Everything that an edit may change; a command answers with all of it, and the morph keeps the rest. */
export const Designer = ({ ui, sequence }: Props) => {
  const { id, open } = sequence;
  const campaigns = sequence.versions.some(({ campaigns: using }) => using.length > 0);
  return (
    <div id="designer" class="app designer" data-drawer={open ? 'open' : undefined}>
      <DraftBasis sequence={sequence} />
      <DesignerHead ui={ui} sequence={sequence} />
      <Canvas ui={ui} sequence={sequence} />
      <StepDrawer ui={ui} sequence={sequence} />
      <div
        id="news"
        hidden
        {...hx({
          get: paths.sequenceNews(id),
          trigger: onNews(`sequence:${id}`),
          include: '#draft',
          swap: 'none',
        })}
      />
      {campaigns && (
        <div
          id="counts"
          hidden
          {...hx({ get: paths.sequenceCounts(id), trigger: 'load, every 15s', swap: 'none' })}
        />
      )}
    </div>
  );
};

/** What each edit is based on; the page keeps its own name as long as it is open. */
export const DraftBasis = ({ sequence: { revision, page, open } }: { sequence: DesignerProps }) => (
  <div id="draft" hidden>
    <input id="draft-revision" type="hidden" name="revision" value={String(revision)} />
    <input id="draft-open" type="hidden" name="open" value={open ?? ''} />
    <input id="draft-page" type="hidden" name="page" value={page} {...hx({ morphSkip: true })} />
  </div>
);
