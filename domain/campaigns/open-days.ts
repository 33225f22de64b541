import { addDays, type Day, localTime } from '#domain/sending/local-time.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { campaignHours, spansOf } from '#domain/sending/window.ts';

/** A day on which the campaign sends, from its first opening to its last closing. */
export type OpenDay = { day: Day; opensAt: number; closesAt: number };

/** Beyond this no plan is of use; a limit of one a day ends here too. */
const mostDays = 5 * 366;

/** The days from an instant on that have any open hours; the first may have begun. */
export function* openDays(from: number, window: CampaignWindow): Generator<OpenDay> {
  const { week } = campaignHours(window);
  let { day } = localTime(from, window.zone);
  for (let count = 0; count < mostDays; count += 1) {
    const open = spansOf(day, window.zone, week).filter((span) => span.to > from);
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) yield { day, opensAt: Math.max(from, first.from), closesAt: last.to };
    day = addDays(day, 1);
  }
}
