import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { zone } from '#db/seeds/alder-and-tide/firm.ts';
import { firstRow, sql } from '#db/sql.ts';
import { contactsCsv, order, upload } from '#test/support/imports.ts';
import type { Product } from '#test/support/product.ts';
import type { Clock } from './clock.ts';
import type { Dice } from './dice.ts';
import { saturdayTen, type Firm } from './firm.ts';
import type { Traffic } from './traffic.ts';
import { persistently } from './persistently.ts';

/** Minutes before a window opens or closes somewhere: hours of Portsmouth, at which the clock is set down. */
const usualStations = [
  '07:59',
  '08:59',
  '10:59',
  '11:59',
  '13:59',
  '15:59',
  '17:59',
  '20:59',
  '23:59',
];
/** Many more than three texts a day apart take, with what the limits of a day, the kills and a slow machine put off. */
const mostDays = 30;

const weekMs = 7 * 86_400_000;

export interface Story {
  product: Product;
  firm: Firm;
  clock: Clock;
  traffic: Traffic;
  dice: Dice;
  /** Between two launches, in milliseconds. */
  launchGapMs: number;
  /** Hours of Portsmouth at which the clock is set down each day. */
  stations?: readonly string[] | undefined;
  /** How long a station may take, in milliseconds. */
  patienceMs: number;
  say: (what: string) => void;
}

/**
 * Days in the life of the firm: it launches its campaigns, pauses and resumes them, people answer and are
 * answered, and the clock is set from one station to the next, over the night in which clocks change.
 * @param onLaunched when the last campaign has been
 */
export async function playStory(story: Story, onLaunched: () => void): Promise<void> {
  const { firm, traffic, clock, say } = story;
  for (const campaign of firm.campaigns) {
    await traffic.launch(campaign);
    await sleep(story.launchGapMs);
  }
  say('launched');
  onLaunched();
  const pauses = pauseNowAndThen(story);
  for (const station of stationsFrom(saturdayTen, story.stations ?? usualStations)) {
    if (await isOver(story)) break;
    await clock.moveTo(station);
    if (story.dice('step') < 0.3)
      await clock.step(story.dice('step back') < 0.5 ? -60_000 : 60_000);
    // A slow machine is given more time, rather than days without end.
    const weeks = Math.floor((station - saturdayTen) / weekMs);
    const patienceMs = story.patienceMs * 2 ** weeks;
    const due = await untilQuiet({ ...story, patienceMs });
    const left = Object.entries(due).map(([what, n]) => `, ${n} ${what} due`);
    say(`${instantText(station)}${left.join('')}, ${(await walking(story))?.n ?? '?'} on the way`);
  }
  pauses.stop();
  await pauses.done;
}

/** Lists of seven thousand rows for the other workspaces, while all else goes on. @returns their runs */
export async function beginLists({ importers }: Firm): Promise<string[]> {
  const runIds: string[] = [];
  for (const importer of importers) {
    const runId = await upload(importer, contactsCsv);
    await order(importer, runId, 'start');
    runIds.push(runId);
  }
  return runIds;
}

function stationsFrom(start: number, stations: readonly string[]): number[] {
  const first = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return Array.from({ length: mostDays }, (_, day) =>
    stations.map(
      (hour) =>
        first.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: hour })
          .epochMilliseconds + 30_000,
    ),
  )
    .flat()
    .filter((instant) => instant > start);
}

const instantText = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString();

function pauseNowAndThen({ firm, traffic, dice }: Story) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const done = (async () => {
    while (!signal.aborted) {
      await sleep(12_000 + 10_000 * dice('pauses'), null, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      const campaign = firm.campaigns[Math.floor(dice('which') * firm.campaigns.length)];
      if (campaign) await traffic.pauseAndResume(campaign, 3000);
    }
  })();
  return { done, stop: () => stopping.abort() };
}

/**
 * Until nothing is due within the next moments of the business clock, or the patience is over.
 * @returns what was still due then, by what it is
 */
export async function untilQuiet({
  product,
  firm,
  patienceMs,
}: Story): Promise<Record<string, number>> {
  const end = Date.now() + patienceMs;
  for (let calm = 0; calm < 3;) {
    const due = await restless(product, firm.workspaceId);
    calm = Object.keys(due).length === 0 ? calm + 1 : 0;
    if (Date.now() > end && calm === 0) return due;
    await sleep(250);
  }
  return {};
}

/** Whatever is due within five seconds and has not happened, by what it is. */
async function restless(
  { database }: Product,
  workspaceId: string,
): Promise<Record<string, number>> {
  const row = await persistently(() =>
    firstRow<Record<string, number>>(
      database.fork(),
      sql`with clock as (select workspace_now(${workspaceId}) + interval '5 seconds' as soon)
      select (select count(*) from send s, clock where s.workspace_id = ${workspaceId}
          and (s.state in ('queued', 'sending') or (s.state = 'held' and coalesce(s.held_until, clock.soon) <= clock.soon))) as sends,
        (select count(*) from membership m, clock where m.workspace_id = ${workspaceId} and m.state = 'walking'
            and m.held is null and m.due_at <= clock.soon) as walks,
        (select count(*) from membership m, clock where m.workspace_id = ${workspaceId} and m.started_at is null
            and m.state in ('enrolled', 'walking') and m.planned_at <= clock.soon) as releases,
        (select count(*) from campaign where workspace_id = ${workspaceId} and state in ('launching', 'paused')) as campaigns,
        (select count(*) from outbox where workspace_id = ${workspaceId}) as outbox,
        (select count(*) from provider_event where workspace_id = ${workspaceId} and state = 'new' and attempts = 0) as events`,
    ),
  );
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, n]) => n > 0));
}

async function walking({ product, firm }: Story) {
  const row = await persistently(() =>
    firstRow<{ n: number; launching: number }>(
      product.database.fork(),
      sql`select (select count(*) from membership where workspace_id = ${firm.workspaceId} and state in ('enrolled', 'walking')) as n,
        (select count(*) from campaign where workspace_id = ${firm.workspaceId} and state = 'launching') as launching`,
    ),
  );
  return row;
}

/** A launch that is broken off again and again has nobody on the way yet. */
async function isOver(story: Story): Promise<boolean> {
  const row = await walking(story);
  return row?.n === 0 && row.launching === 0;
}
