import { dueAfter } from '#domain/sequences/due.ts';
import type { WaitStep, WaitUntilStep } from '#domain/sequences/step.ts';
import type { Day } from '#domain/sending/local-time.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { type OpenDay, openDays } from './open-days.ts';

export type PlanInput = {
  /** The launch; nobody is placed before it. */
  from: number;
  window: CampaignWindow;
  /** New people; their rank counts from 0, the oldest contact first. */
  people: number;
  /** For each message of the sequence the waits before it. */
  waits: readonly (readonly (WaitStep | WaitUntilStep)[])[];
  /** How many messages may still be sent on a day, after what is sent there or promised to others. */
  room: (day: Day) => number;
};

export type ForecastDay = OpenDay & { first: number; followUps: number };

/**
 * What a campaign will do if nobody replies: the most it can send and the latest it can end.
 * `unplaced` people have no day, because no day has room.
 */
export type Forecast = {
  days: readonly ForecastDay[];
  messages: number;
  startsAt: number | null;
  finishesAt: number | null;
  unplaced: number;
};

/** People whose next message, `message` counted from 0, is due at the same instant. */
type Cohort = { dueAt: number; message: number; count: number };

/** The cap of one message a person in 24 hours stretches shorter waits. */
const betweenMessages = 24 * 3_600_000;

/**
 * Gives each person a day, once, so that nobody wakes to be refused: whoever is under way goes
 * before new people, and room for their later messages is kept when new ones are let in.
 */
export function forecast(input: PlanInput): Forecast {
  const days: ForecastDay[] = [];
  let newcomers = input.waits.length > 0 ? input.people : 0;
  let due: readonly Cohort[] = [];
  for (const day of openDays(input.from, input.window)) {
    if (newcomers === 0 && due.length === 0) break;
    const sent = sendOn(day, { ...input, newcomers, due });
    newcomers -= sent.first;
    due = sent.due;
    if (sent.first + sent.followUps > 0) {
      days.push({ ...day, first: sent.first, followUps: sent.followUps });
    }
  }
  const last = days.at(-1);
  return {
    days,
    messages: days.reduce((sum, { first, followUps }) => sum + first + followUps, 0),
    startsAt: days[0]?.opensAt ?? null,
    finishesAt: newcomers > 0 || !last ? null : about(last, input.room(last.day)),
    unplaced: newcomers,
  };
}

type Sent = { first: number; followUps: number; due: readonly Cohort[] };

function sendOn(
  day: OpenDay,
  input: PlanInput & { newcomers: number; due: readonly Cohort[] },
): Sent {
  let left = Math.max(0, Math.floor(input.room(day.day)));
  const waiting = input.due.toSorted((a, b) => a.dueAt - b.dueAt);
  const later: Cohort[] = [];
  let followUps = 0;
  for (let cohort = waiting.shift(); cohort; cohort = waiting.shift()) {
    const count = cohort.dueAt < day.closesAt ? Math.min(left, cohort.count) : 0;
    left -= count;
    followUps += count;
    if (count < cohort.count) later.push({ ...cohort, count: cohort.count - count });
    later.push(...afterwards(cohort, count, day, input));
  }
  const first = Math.min(left, input.newcomers);
  const entered = { dueAt: day.opensAt, message: 0, count: first };
  return { first, followUps, due: [...later, ...afterwards(entered, first, day, input)] };
}

/** A day has passed before the next message, so it is never due on the same one. */
function afterwards(cohort: Cohort, count: number, day: OpenDay, input: PlanInput): Cohort[] {
  const message = cohort.message + 1;
  const waits = input.waits[message];
  if (!waits || count === 0) return [];
  const sentAt = Math.max(cohort.dueAt, day.opensAt);
  const dueAt = dueAfter(waits, sentAt, input.window.zone);
  return [{ dueAt: Math.max(dueAt, sentAt + betweenMessages), message, count }];
}

/** Into the last day as far as its share of the room. */
function about(day: ForecastDay, room: number): number {
  const share = Math.min(1, (day.first + day.followUps) / Math.max(1, room));
  return Math.round(day.opensAt + (day.closesAt - day.opensAt) * share);
}
