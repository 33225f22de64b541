import { countWithin, freeFrom, personSpans, roomFrom, usedOn } from './caps.ts';
import type { DayLimit, SendFacts } from './facts.ts';
import { localTime } from './local-time.ts';
import type { OpenHours } from './open-hours.ts';
import type { Cure, RuleName, Values } from './passport.ts';
import { binds, campaignHours, legalHours, nextOpening } from './window.ts';

/**
 * A rule with a clock. `from(t)` is the first instant from t on at which it lets the message go,
 * null where it never will; because it is the first, everything before it is held.
 */
export type Clock = {
  rule: RuleName;
  from: (at: number) => number | null;
  passed: string;
  held: string;
  cure: Cure;
  values: Values;
};

/** The zones that a person may be in; with none known, the campaign's own stands in. */
function recipientZones(facts: SendFacts): readonly string[] {
  if (facts.recipient.zones.length > 0) return facts.recipient.zones;
  return [facts.campaign?.window.zone ?? facts.pool.zone];
}

/** Clocks hold marketing alone: whoever answers a person does so at any hour. */
export function clocks(facts: SendFacts, at: number): readonly Clock[] {
  if (facts.purpose !== 'marketing') return [];
  return [
    wait(facts),
    law(facts, at),
    ...(facts.campaign ? [campaignWindow(facts.campaign.window, at)] : []),
    personCap('person-day', facts.marketingSentAt, facts.personCaps.perDay, at),
    personCap('person-week', facts.marketingSentAt, facts.personCaps.perWeek, at),
    ...facts.dayLimits.map((limit) => dayLimit(limit, at)),
  ];
}

function wait({ dueAt, sendNow }: SendFacts): Clock {
  const skipped = sendNow || dueAt === null;
  return {
    rule: 'wait',
    from: (at) => (skipped ? at : Math.max(at, dueAt)),
    passed: sendNow ? 'sent-now' : 'due',
    held: 'not-due',
    cure: 'time',
    values: { dueAt },
  };
}

function law(facts: SendFacts, at: number): Clock {
  const { places, zoneSource } = facts.recipient;
  const zones = recipientZones(facts);
  const hours = legalHours(facts.laws, places, zones);
  const rows = facts.laws.filter((row) => places.some((place) => binds(row, place)));
  return {
    rule: 'law',
    from: (t) => nextOpening(t, hours),
    passed: rows.length > 0 ? 'lawful-hour' : 'no-law',
    held: 'outside-law',
    cure: 'time',
    values: {
      places: rows
        .map((row) => (row.state ? `${row.country}-${row.state}` : row.country))
        .join(', '),
      source: rows.map((row) => row.source).join('; '),
      zones: zones.join(', '),
      zoneSource,
      ...shownIn(hours, zones[0], at),
    },
  };
}

function campaignWindow(window: Parameters<typeof campaignHours>[0], at: number): Clock {
  const hours = [campaignHours(window)];
  const { zone, from, to } = window;
  return {
    rule: 'campaign-window',
    from: (t) => nextOpening(t, hours),
    passed: 'within-window',
    held: 'outside-window',
    cure: 'time',
    values: { zone, from, to, days: window.days.join(''), minute: localTime(at, zone).minute },
  };
}

function personCap(
  rule: 'person-day' | 'person-week',
  sentAt: readonly number[],
  most: number,
  at: number,
): Clock {
  const span = rule === 'person-day' ? personSpans.day : personSpans.week;
  return {
    rule,
    from: (t) => freeFrom(sentAt, t, most, span),
    passed: 'under-cap',
    held: 'person-cap',
    cure: 'time',
    values: { sent: countWithin(sentAt, at, span), most },
  };
}

function dayLimit(limit: DayLimit, at: number): Clock {
  return {
    rule: limit.scope === 'workspace' ? 'workspace-day' : 'campaign-day',
    from: (t) => roomFrom(limit, t),
    passed: 'under-limit',
    held: 'day-full',
    cure: 'raise-limit',
    values: { sent: usedOn(limit, at), most: limit.limit, day: limit.day, zone: limit.zone },
  };
}

/** What that clock showed and today's hours there, so that the page can say both. */
function shownIn(hours: readonly OpenHours[], zone: string | undefined, at: number): Values {
  if (zone === undefined) return {};
  const { minute, weekday } = localTime(at, zone);
  const today = hours.map(({ week }) => week[weekday - 1]?.[0]);
  const from = Math.max(...today.map((span) => span?.from ?? 0));
  const to = Math.min(...today.map((span) => span?.to ?? 0));
  return hours.length > 0 ? { minute, from, to } : { minute };
}

/** A week and a day: windows repeat weekly, and one day of it may be short or long. */
const proofOfNever = 8 * 24 * 3_600_000;

/**
 * The first instant from `at` on that suits all clocks, null where there is none.
 * Limits and waits end once and for all; after the last of them only weekly windows can still
 * disagree, and if they do so for a week they do so for ever.
 */
export function whenAllAgree(timed: readonly Clock[], at: number): number | null {
  const alone = timed.map(({ from }) => from(at) ?? Infinity);
  const last = Math.max(at, ...alone) + proofOfNever;
  let instant = at;
  while (instant < last) {
    const next = latest(timed, instant);
    if (next === null || next === instant) return next;
    instant = next;
  }
  return null;
}

function latest(timed: readonly Clock[], at: number): number | null {
  let instant = at;
  for (const { from } of timed) {
    const next = from(instant);
    if (next === null) return null;
    instant = next;
  }
  return instant;
}
