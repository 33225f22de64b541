import { hx } from '../hx.ts';
import { LinkButton } from '../kit/button.tsx';
import { PageHead } from '../kit/page-head.tsx';
import { Page, Shell } from '../layout.tsx';
import { onNews } from '../live.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { Campaigns } from './campaigns.tsx';
import { DayLine } from './day-line.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Happening } from './happening.tsx';
import { Senders } from './senders.tsx';
import type { LineOfDay, TodayProps } from './types.ts';
import { Waiting } from './waiting.tsx';

export const TodayPage = ({ ui, today }: { ui: SeatedUi; today: TodayProps }) => (
  <Shell ui={ui} title={ui.t.today.title} nav="today">
    <Page>
      <Today ui={ui} today={today} />
    </Page>
  </Shell>
);

/** The page without its frame; it asks for itself again when something has happened. */
export const Today = ({ ui, today }: { ui: SeatedUi; today: TodayProps }) => (
  <div
    id="today"
    {...hx({
      get: paths.today(),
      trigger: onNews(['inbox', 'campaign', 'senders', 'workspace'], '2s'),
      swap: 'outerMorph',
      sync: 'this:replace',
    })}
  >
    {isFresh(today) ? <Fresh ui={ui} today={today} /> : <Day ui={ui} today={today} />}
  </div>
);

const isFresh = ({ counts, happening }: TodayProps): boolean =>
  happening.length === 0 && !(counts.hasContacts && counts.hasSequences && counts.hasCampaigns);

const Fresh = ({ ui, today }: { ui: SeatedUi; today: TodayProps }) => (
  <>
    <PageHead title={ui.t.today.fresh.title(ui.workspace.name)} lede={ui.t.today.fresh.lede} />
    <FirstSteps ui={ui} counts={today.counts} />
  </>
);

const Day = ({ ui, today }: { ui: SeatedUi; today: TodayProps }) => {
  const { counts, line, campaigns } = today;
  const total = (stretches: LineOfDay['sent']) => stretches.reduce((sum, { n }) => sum + n, 0);
  const gone = ui.t.today.gone(total(line.sent), total(line.planned), line.nextAt);
  return (
    <>
      <PageHead
        title={ui.format.longDate(ui.now)}
        lede={`${ui.t.today.waiting(counts.needReply)} ${gone}`}
        acts={
          counts.oldestId && (
            <LinkButton primary href={paths.conversation(counts.oldestId)}>
              {ui.t.today.answer(counts.needReply)}
            </LinkButton>
          )
        }
      />
      <DayLine ui={ui} line={line} open={openHours(campaigns)} now={minuteOf(ui)} />
      <div class="cols">
        <div>
          <Waiting ui={ui} counts={counts} />
          <Campaigns ui={ui} campaigns={campaigns} />
        </div>
        <div>
          <Senders ui={ui} senders={today.senders} />
          <Happening ui={ui} rows={today.happening} />
        </div>
      </div>
    </>
  );
};

/** From the first opening to the last closing of what runs; else the usual hours. */
function openHours(campaigns: TodayProps['campaigns']): { from: number; to: number } {
  const windows = campaigns.filter(({ state }) => state === 'running').map(({ window }) => window);
  if (windows.length === 0) return { from: 9 * 60, to: 18 * 60 };
  return {
    from: Math.min(...windows.map(({ from }) => from)),
    to: Math.max(...windows.map(({ to }) => to)),
  };
}

function minuteOf(ui: SeatedUi): number {
  const [hours = 0, minutes = 0] = ui.format.inputValue(ui.now).slice(11).split(':').map(Number);
  return hours * 60 + minutes;
}
