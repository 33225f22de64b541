import type { Block } from '#domain/sequences/step.ts';
import type { PropsWithChildren } from 'hono/jsx';
import { LineItem } from '../kit/line.tsx';
import { Bar } from '../kit/meter.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import { stepLength } from '../sequences/step-length.ts';
import type { SeatedUi } from '../ui.ts';
import { peopleOf, type CampaignProps } from './campaign.ts';

interface Props {
  ui: SeatedUi;
  campaign: CampaignProps;
}

/** How many people came how far, step by step. */
export const Funnel = ({ ui, campaign }: Props) => {
  const t = ui.t.campaigns;
  const { figures, sequence } = campaign;
  const all = peopleOf(campaign);
  return (
    <Section id="where" title={t.where} about={t.whereLede(figures.started, all, figures.walking)}>
      <ol class="funnel line" role="list">
        <LineItem>
          <Row ui={ui} count={all} all={all} note={t.wholeAudience}>
            <a href={paths.campaignPeople(campaign.id)}>{t.willBeReached}</a>
          </Row>
        </LineItem>
        {sequence.blocks.map((block, index) => (
          <StepRow ui={ui} campaign={campaign} block={block} position={index + 1} />
        ))}
        <LineItem icon="exit">
          <Row ui={ui} count={figures.ended} all={all} note="">
            <a href={paths.campaignPeople(campaign.id, { show: 'over' })}>{t.over}</a>
          </Row>
        </LineItem>
      </ol>
    </Section>
  );
};

const StepRow = ({ ui, campaign, block, position }: Props & { block: Block; position: number }) => {
  const t = ui.t.campaigns;
  const all = peopleOf(campaign);
  const step = campaign.steps.find(({ stepId }) => stepId === block.id);
  switch (block.kind) {
    case 'message':
      return (
        <LineItem channel={block.channel}>
          <Row
            ui={ui}
            count={step?.sent ?? 0}
            all={all}
            note={`${t.stepNote(step?.replied ?? 0, step?.optedOut ?? 0, step?.failed ?? 0)}${waiting(ui, step)}`}
          >
            <b class="step-name">{t.stepRow(position, block.title ?? ui.t.memberships.text)}</b>
          </Row>
        </LineItem>
      );
    case 'wait':
    case 'wait-until':
      return (
        <LineItem icon="clock" class="between">
          <span class="muted small">{t.stepRow(position, stepLength(ui, block))}</span>
        </LineItem>
      );
    case 'exit':
      return null;
  }
};

function waiting(ui: SeatedUi, step: CampaignProps['steps'][number] | undefined): string {
  return step?.waiting ? `; ${ui.t.campaigns.waitingNow(step.waiting, step.held)}` : '';
}

interface RowProps {
  ui: SeatedUi;
  count: number;
  all: number;
  note: string;
}

const Row = ({ ui, count, all, note, children }: PropsWithChildren<RowProps>) => (
  <>
    {children}
    <Bar part={count} whole={all} />
    <b class="num">{ui.format.number(count)}</b>
    <span class="muted num pc">{ui.format.share(count, all)}</span>
    {note && <span class="muted small sub">{note}</span>}
  </>
);
