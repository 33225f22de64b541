import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { Rich } from '../kit/rich.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

interface Props {
  ui: SeatedUi;
  sequenceId: string;
  stepId: string;
  /** Who edited it meanwhile, and when; the revision that keeping one's own is based on. */
  by: string | null;
  at: Date;
  revision: number;
  /** `changed` before anything of one's own was refused; `gone` where the step was removed. */
  kind: 'changed' | 'unsaved' | 'gone';
}

/** Two people at one draft: nothing is overwritten before somebody has chosen. */
export const Conflict = ({ ui, sequenceId, stepId, by, at, revision, kind }: Props) => {
  const t = ui.t.sequences.designer;
  const href = kind === 'gone' ? paths.sequence(sequenceId) : paths.step(sequenceId, stepId);
  return (
    <Banner
      tone="warn"
      acts={
        <>
          {kind === 'unsaved' && (
            <Button
              {...hx({
                post: paths.step(sequenceId, stepId),
                vals: { revision },
                include: `#form-${stepId}, #draft`,
                target: '#canvas',
                swap: 'outerMorph',
                status: { 409: 'target:#conflict swap:innerHTML' },
              })}
            >
              {t.keepMine}
            </Button>
          )}
          <LinkButton
            href={href}
            {...hx({ get: href, target: '#designer', swap: 'outerMorph', pushUrl: true })}
          >
            {t.showTheirs}
          </LinkButton>
        </>
      }
    >
      <Rich text={t.conflict(by, at)} /> {kind === 'unsaved' && t.conflictMine}
      {kind === 'gone' && t.gone}
    </Banner>
  );
};
