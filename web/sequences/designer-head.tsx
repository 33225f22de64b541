import { canPublish } from '#domain/sequences/validate.ts';
import { Badge } from '../kit/badge.tsx';
import { Button, IconButton, LinkButton } from '../kit/button.tsx';
import { Crumb } from '../kit/crumb.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Stages, type Stage } from '../kit/stages.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { DesignerProps, DesignerVersion } from './designer.ts';
import { SequenceMenu, Unarchive } from './sequences-page.tsx';

interface Props {
  ui: SeatedUi;
  sequence: DesignerProps;
}

/** Name, versions as stages, and the orders for the whole. */
export const DesignerHead = ({ ui, sequence }: Props) => {
  const t = ui.t.sequences;
  return (
    <header class="ver" id="ver">
      <div>
        <Crumb to={[{ href: paths.sequences(), label: t.title }]} />
        <h1 id="sequence-name" tabindex={-1}>
          {sequence.name}
          {sequence.archived && (
            <>
              {' '}
              <Badge>{t.states.archived}</Badge>
            </>
          )}
        </h1>
      </div>
      <Stages
        ui={ui}
        fold={false}
        label={t.designer.versionsLabel}
        stages={[...versionStages(ui, sequence), draftStage(ui, sequence)]}
      />
      <div class="ver-acts">
        <Tools ui={ui} sequence={sequence} />
        {sequence.mayWrite && !sequence.archived && <PublishButton ui={ui} sequence={sequence} />}
        {sequence.mayWrite && sequence.archived && <Unarchive ui={ui} id={sequence.id} />}
      </div>
    </header>
  );
};

/** The latest two; all of them stand on the page of each version. */
function versionStages(ui: SeatedUi, { id, versions }: DesignerProps): Stage[] {
  const t = ui.t.sequences.designer;
  return versions
    .slice(0, 2)
    .toReversed()
    .map((version) => ({
      when: 'past',
      title: (
        <a href={paths.version(id, version.number)}>
          {isLive(version) ? t.versionLive(version.number) : t.version(version.number)}
        </a>
      ),
      note: version.walking > 0 ? t.walking(version.walking) : t.nobodyWalks,
    }));
}

const isLive = ({ campaigns }: DesignerVersion): boolean =>
  campaigns.some(({ state }) => state === 'launching' || state === 'running');

function draftStage(ui: SeatedUi, { versions, nothingNew, savedAt }: DesignerProps): Stage {
  const t = ui.t.sequences.designer;
  const latest = versions[0]?.number ?? 0;
  return {
    when: 'now',
    title: nothingNew ? t.draftSame(latest) : t.draftOf(latest + 1),
    note: <span id="saved-draft">{t.saved(savedAt)}</span>,
  };
}

const Tools = ({ ui, sequence }: Props) => {
  const t = ui.t.sequences.designer;
  const { id, name, versions, mayWrite, archived } = sequence;
  const walking = versions.reduce((sum, version) => sum + version.walking, 0);
  return (
    <div class="row tools">
      {mayWrite && !archived && (
        <>
          <Undo ui={ui} sequence={sequence} way="undo" />
          <Undo ui={ui} sequence={sequence} way="redo" />
        </>
      )}
      {versions.length > 0 && (
        <LinkButton quiet icon="compare" href={paths.sequenceChanges(id)}>
          {t.compare}
        </LinkButton>
      )}
      {mayWrite && !archived && <SequenceMenu ui={ui} sequence={{ id, name, walking }} />}
    </div>
  );
};

/** A form with an order of its own: a double click undoes once. */
const Undo = ({ ui, sequence, way }: Props & { way: 'undo' | 'redo' }) => {
  const possible = way === 'undo' ? sequence.canUndo : sequence.canRedo;
  const post = way === 'undo' ? paths.undoEdit(sequence.id) : paths.redoEdit(sequence.id);
  return (
    <form
      {...hx({ post, target: '#designer', swap: 'outerMorph', include: '#draft', sync: 'drop' })}
    >
      <OrderField />
      <IconButton
        quiet
        id={way}
        type="submit"
        icon={way}
        label={ui.t.sequences.designer[way]}
        aria-disabled={!possible}
        aria-keyshortcuts={way === 'undo' ? 'Control+Z' : 'Control+Shift+Z'}
      />
    </form>
  );
};

const PublishButton = ({ ui, sequence }: Props) => {
  const { id, issues } = sequence;
  const t = ui.t.sequences.designer;
  if (!canPublish(issues) || sequence.nothingNew) {
    return (
      <Button primary id="publish" aria-disabled="true" aria-describedby="why-not">
        {t.publish}
      </Button>
    );
  }
  return (
    <Button primary id="publish" {...hx({ get: paths.newVersion(id), swap: 'none' })}>
      {t.publish}
    </Button>
  );
};
