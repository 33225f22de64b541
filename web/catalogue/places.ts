import { dateFormat, relativeDays } from './intl.ts';

type Instant = Date | string | number;

/** Instants told in a zone. `zone` overrides the reader's own where a time binds someone elsewhere. */
export interface Places {
  /** "9:00 AM" */
  time: (at: Instant, zone?: string) => string;
  /** "today", "tomorrow", "yesterday", else the weekday and date. */
  day: (at: Instant, zone?: string) => string;
  /** "Tue, Nov 17", with the year when it is another one. */
  date: (at: Instant, zone?: string) => string;
  /** "Tuesday, November 17" */
  longDate: (at: Instant, zone?: string) => string;
  /** "11:38 AM" for today, else "tomorrow, 9:00 AM" or "Wed, Nov 18, 9:00 AM". */
  moment: (at: Instant, zone?: string) => string;
  /** "Eastern Standard Time" */
  zoneName: (zone: string) => string;
  /** For `datetime-local` inputs: "2026-11-17T09:00". */
  inputValue: (at: Instant, zone?: string) => string;
}

/** @param now what today is measured from */
export function createPlaces(locale: string, home: string, now: Date): Places {
  const relative = relativeDays(locale);
  const show = (at: Instant, zone: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: zone, ...options }).format(new Date(at));
  const daysAway = (at: Instant, zone: string) =>
    (Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / 86_400_000;

  const time = (at: Instant, zone = home) =>
    show(at, zone, { hour: 'numeric', minute: '2-digit' }).replaceAll('\u202f', ' ');
  const date = (at: Instant, zone = home) => {
    const sameYear = dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4);
    return show(at, zone, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      ...(sameYear ? {} : { year: 'numeric' }),
    });
  };
  const day = (at: Instant, zone = home) => {
    const away = daysAway(at, zone);
    return Math.abs(away) <= 1 ? relative.format(away, 'day') : date(at, zone);
  };

  return {
    time,
    day,
    date,
    longDate: (at, zone = home) =>
      show(at, zone, { weekday: 'long', month: 'long', day: 'numeric' }),
    moment: (at, zone = home) =>
      daysAway(at, zone) === 0 ? time(at, zone) : `${day(at, zone)}, ${time(at, zone)}`,
    zoneName: (zone) => zoneName(locale, zone, now),
    inputValue: (at, zone = home) =>
      `${dayKey(at, zone)}T${dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))}`,
  };
}

/** The calendar day of an instant in a zone, "2026-11-17". */
function dayKey(at: Instant, zone: string): string {
  return dateFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(at));
}

function zoneName(locale: string, zone: string, at: Date): string {
  const parts = dateFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    at,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
