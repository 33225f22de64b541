import { may, type Permission } from '#domain/access/permissions.ts';
import { LinkButton } from '../kit/button.tsx';
import { Line, LineItem } from '../kit/line.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import type { TodayProps } from './types.ts';

interface FirstStepsProps {
  ui: SeatedUi;
  counts: TodayProps['counts'];
}

/** A fresh workspace: what is done, what is next, what follows. */
export const FirstSteps = ({ ui, counts }: FirstStepsProps) => {
  const said = ui.t.today.fresh;
  const steps = stepsOf(ui, counts);
  const next = steps.findIndex((step) => !step.done);
  return (
    <Line label={said.label}>
      {steps.map((step, place) => (
        <LineItem when={step.done ? 'past' : place === next ? 'now' : 'next'}>
          <div class="stack">
            <h2>{step.title}</h2>
            <p class="muted">{step.why}</p>
            {place === next && may(ui.viewer.role, step.needs) && (
              <p>
                <LinkButton primary href={step.href}>
                  {step.go}
                </LinkButton>
              </p>
            )}
          </div>
        </LineItem>
      ))}
    </Line>
  );
};

interface Step {
  done: boolean;
  title: string;
  why: string;
  go: string;
  href: string;
  needs: Permission;
}

function stepsOf(ui: SeatedUi, counts: TodayProps['counts']): Step[] {
  const said = ui.t.today.fresh;
  return [
    {
      done: counts.hasContacts,
      title: said.import,
      why: said.importWhy,
      go: said.importGo,
      href: paths.newImport(),
      needs: 'import.write',
    },
    {
      done: counts.hasSequences,
      title: said.write,
      why: said.writeWhy,
      go: said.writeGo,
      href: paths.newSequence(),
      needs: 'sequence.write',
    },
    {
      done: counts.hasCampaigns,
      title: said.launch,
      why: said.launchWhy,
      go: said.launchGo,
      href: paths.newCampaign(),
      needs: 'campaign.write',
    },
  ];
}
