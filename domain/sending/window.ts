import { addDays, instantOf, isZone, localTime, weekdayOf } from './local-time.ts';
import type {
  CampaignWindow,
  LegalWindow,
  OpenHours,
  Place,
  Span,
  Week,
  Weekday,
} from './open-hours.ts';

/** Windows repeat weekly, so what does not open within this many days never opens. */
const horizonDays = 8;

/** Open at this instant in every zone of every window. Starts are included, ends are not. */
export function isOpen(at: number, windows: readonly OpenHours[]): boolean {
  return nextOpening(at, windows) === at;
}

/** The first instant from `at` on when all windows are open at once; null where there is none. */
export function nextOpening(at: number, windows: readonly OpenHours[]): number | null {
  const last = at + horizonDays * 24 * 3_600_000;
  let opening = at;
  for (;;) {
    const later = latestOpening(opening, windows);
    if (later === null || later > last) return null;
    if (later === opening) return opening;
    opening = later;
  }
}

/** A campaign's window as weekly hours: wrapping past midnight, its tail belongs to the next day. */
export function campaignHours(window: CampaignWindow): OpenHours {
  const week: [Span[], Span[], Span[], Span[], Span[], Span[], Span[]] = [
    [],
    [],
    [],
    [],
    [],
    [],
    [],
  ];
  for (const day of new Set(window.days)) {
    const spans = week[day - 1] as Span[];
    const wraps = window.from > window.to;
    if (window.from !== window.to) spans.push({ from: window.from, to: wraps ? 1440 : window.to });
    if (wraps && window.to > 0) (week[day % 7] as Span[]).push({ from: 0, to: window.to });
  }
  return { zones: [window.zone], week };
}

/** The hours of every law of every place where the person may be, on each clock they may have. */
export function legalHours(
  laws: readonly LegalWindow[],
  places: readonly Place[],
  zones: readonly string[],
): readonly OpenHours[] {
  const binding = laws.filter((law) => places.some((place) => binds(law, place)));
  return binding.map((law) => ({ zones, week: law.week }));
}

export function binds(law: LegalWindow, place: Place): boolean {
  return law.country === place.country && (law.state === null || law.state === place.state);
}

export type WindowProblem = 'no-days' | 'no-hours' | 'unknown-zone';

/** Why no message could ever go in this window, whoever it is for; null where one can. */
export function windowProblem(window: CampaignWindow): WindowProblem | null {
  if (!isZone(window.zone)) return 'unknown-zone';
  if (window.days.length === 0) return 'no-days';
  const inDay = window.from >= 0 && window.from < 1440 && window.to >= 0 && window.to <= 1440;
  return inDay && window.from !== window.to ? null : 'no-hours';
}

/** The spans of one day as instants, earliest first. */
export function spansOf(day: string, zone: string, week: Week): readonly Span[] {
  return (week[weekdayOf(day) - 1] ?? [])
    .map((span) => ({ from: instantOf(day, span.from, zone), to: instantOf(day, span.to, zone) }))
    .filter((span) => span.from < span.to)
    .toSorted((a, b) => a.from - b.from);
}

/** The same hours on each of the days named. */
export function sameHours(days: readonly Weekday[], span: Span): Week {
  const on = (day: Weekday) => (days.includes(day) ? [span] : []);
  return [on(1), on(2), on(3), on(4), on(5), on(6), on(7)];
}

function latestOpening(at: number, windows: readonly OpenHours[]): number | null {
  let latest = at;
  for (const { zones, week } of windows) {
    for (const zone of zones) {
      const opening = openingIn(latest, zone, week);
      if (opening === null) return null;
      latest = opening;
    }
  }
  return latest;
}

function openingIn(at: number, zone: string, week: Week): number | null {
  const { day: today } = localTime(at, zone);
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const open = spansOf(addDays(today, ahead), zone, week).find((span) => at < span.to);
    if (open) return Math.max(at, open.from);
  }
  return null;
}
