import { Bar } from '../kit/meter.tsx';
import { Section } from '../kit/section.tsx';
import { Table } from '../kit/table.tsx';
import type { SeatedUi } from '../ui.ts';
import type { ReviewProps } from './review.ts';

const shown = 14;

/** Day by day: how many new people and how many follow-ups, under the limit. */
export const PlanTable = ({ ui, review }: { ui: SeatedUi; review: ReviewProps }) => {
  const t = ui.t.campaigns.review;
  const { plan, window, dailyLimit } = review;
  const { number } = ui.format;
  const rest = plan.days.slice(shown);
  const restMessages = rest.reduce((sum, day) => sum + day.first + day.followUps, 0);
  const most = Math.max(...plan.days.map((day) => day.first + day.followUps));
  return (
    <Section
      id="when"
      title={t.when}
      about={t.whenLede(dailyLimit, clock(window.from), clock(window.to))}
    >
      <Table
        ui={ui}
        label={t.byDay}
        close
        columns={[
          { label: t.day },
          { label: t.total, hideLabel: true },
          { label: t.firsts, figures: true },
          { label: t.followUps, figures: true },
        ]}
      >
        {plan.days.slice(0, shown).map((day) => (
          <tr>
            <th scope="row">{ui.format.day(new Date(day.opensAt), window.zone)}</th>
            <td class="bar-cell">
              <Bar part={day.first + day.followUps} whole={most} />
            </td>
            <td class="n">{number(day.first)}</td>
            <td class="n">{number(day.followUps)}</td>
          </tr>
        ))}
      </Table>
      {rest.length > 0 && <p class="muted small">{t.moreDays(rest.length, restMessages)}</p>}
      {plan.unplaced > 0 && <p class="is-warn">{t.unplaced(plan.unplaced)}</p>}
    </Section>
  );
};

function clock(minutes: number): string {
  const part = (n: number) => String(n).padStart(2, '0');
  return `${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}
