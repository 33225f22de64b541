import { limits } from '../firm.ts';
import type { Evidence } from '../evidence.ts';
import { sendIdIn } from './counts.ts';
import { marketing, possibleInstants, type Marketing } from './marketing.ts';
import { callMs, type Rule, type Violation } from './violation.ts';
import { dayOf, isOpen } from './wall-clock.ts';

/** Under 47 CFR 64.1200(c)(1): from eight to nine in the evening on the clock of the person. */
const lawful = { from: 8 * 60, to: 21 * 60 };

/** No call begins once a stop is stored; what was begun before may arrive within its deadline. */
export const nothingAfterStop: Rule = ({ taken, sends, stops }) => {
  const stoppedAt = earliest(stops.map(({ address, at }) => [address, at]));
  const late = sends
    .filter(({ purpose, providerId }) => purpose !== 'confirmation' && providerId)
    .filter(({ address, calledAt }) => (calledAt ?? 0) > (stoppedAt.get(address) ?? Infinity))
    .map((send) => ({
      about: send.id,
      detail: `called ${ago(send.calledAt ?? 0, stoppedAt.get(send.address))}`,
    }));
  const confirmations = new Set(
    sends.filter(({ purpose }) => purpose === 'confirmation').map(({ id }) => id),
  );
  const arrived = taken
    .filter(({ statusCallback }) => !confirmations.has(sendIdIn(statusCallback) ?? ''))
    .filter(
      ({ to, acceptedAt }) => Date.parse(acceptedAt) > (stoppedAt.get(to) ?? Infinity) + callMs,
    )
    .map((message) => ({
      about: message.to,
      detail: `taken ${ago(Date.parse(message.acceptedAt), stoppedAt.get(message.to))}: ${message.body}`,
    }));
  return [...late, ...arrived].map((found): Violation => ({ name: 'sent after a stop', ...found }));
};

/** In the hours of the campaign on its clock and in those of the law on the person's, whatever night it was. */
export const onlyInHours: Rule = (evidence) => {
  const zones = new Map(evidence.walks.map(({ address, zone }) => [address, zone]));
  return marketing(evidence)
    .filter(({ message, campaign }) => {
      const zone = zones.get(message.to);
      return !possibleInstants(evidence, message).some(
        (at) =>
          isOpen(at, campaign.window.zone, campaign.window) && zone && isOpen(at, zone, lawful),
      );
    })
    .map(({ message }): Violation => ({
      name: 'sent outside its hours',
      about: message.to,
      detail: `${possibleInstants(evidence, message)
        .map((at) => new Date(at).toISOString())
        .join(' or ')}, their clock ${zones.get(message.to) ?? 'unknown'}`,
    }));
};

/** A pause holds from its answer to the order that ends it. */
export const nothingWhilePaused: Rule = (evidence) => {
  const pauses = evidence.orders.filter(({ kind }) => kind === 'pause');
  const ends = evidence.orders.filter(({ kind }) => kind === 'resume');
  return marketing(evidence).flatMap(({ message, campaign, send }): Violation[] => {
    const began = send?.calledAt ?? Date.parse(message.acceptedAt);
    const pause = pauses.find(
      ({ campaignId, status, answeredAt }) =>
        status === 303 &&
        campaignId === campaign.id &&
        answeredAt < began &&
        began < endOf(campaignId, answeredAt),
    );
    if (!pause) return [];
    return [
      {
        name: 'sent while paused',
        about: message.to,
        detail: `begun ${ago(began, pause.answeredAt)} the pause: ${message.body}`,
      },
    ];
  });

  function endOf(campaignId: string | undefined, pausedAt: number): number {
    const end = ends.find((one) => one.campaignId === campaignId && one.answeredAt > pausedAt);
    return end?.givenAt ?? Infinity;
  }
};

/** The calls of one number are apart by its rate; an answer may overtake, so only marketing is measured. */
export const spacing: Rule = (evidence) => {
  const lines = groupBy(
    marketing(evidence).filter(({ send }) => send?.calledAt),
    ({ message }) => message.from,
  );
  const apartMs = 1000 / limits.ratePerSecond;
  return [...lines].flatMap(([number, line]) => {
    const begun = line.map(({ send }) => send?.calledAt ?? 0).toSorted((a, b) => a - b);
    const tooFast = begun.filter((at, i) => {
      const before = begun[i - 1] ?? 0;
      // A clock that jumps between the two has given the second its time.
      return i > 0 && at - before < apartMs - toleranceMs && !movedWithin(evidence, before, at);
    });
    return tooFast.length === 0
      ? []
      : [
          {
            name: 'numbers sent too fast' as const,
            about: number,
            detail: `${tooFast.length} of ${begun.length} calls less than ${apartMs} ms after the last`,
          },
        ];
  });
};

const movedWithin = ({ moves }: Evidence, from: number, until: number): boolean =>
  moves.slice(1).some((move) => move.from - decidedMs <= until && move.until >= from - decidedMs);

/** From the decision, which reads the clock, to the beginning of the call. */
const decidedMs = 3000;
/** Between the reading of the clock and its writing down. */
const toleranceMs = 100;

/** Counted as the provider counts: what it took, by number and by campaign, on the days of the firm. */
export const dayLimits: Rule = (evidence) => {
  const all = marketing(evidence);
  const bySender = days(
    evidence,
    all,
    ({ message }) => message.from,
    () => firmZone,
  );
  const byCampaign = days(
    evidence,
    all,
    ({ campaign }) => campaign.id,
    ({ campaign }) => campaign.window.zone,
  );
  return [...passed(bySender, limits.senderCap), ...passed(byCampaign, limits.campaignDay)];
};

const firmZone = 'America/New_York';

function passed(counts: Map<string, number>, limit: number): Violation[] {
  return [...counts]
    .filter(([, n]) => n > limit)
    .map(([about, n]) => ({
      name: 'limit of a day passed',
      about,
      detail: `${n}, the limit is ${limit}`,
    }));
}

/** Each message counts for the day that is kindest, where its instant is not known to the second. */
function days(
  evidence: Evidence,
  all: readonly Marketing[],
  keyOf: (one: Marketing) => string,
  zoneOf: (one: Marketing) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  const possible = all.map((one) => [
    ...new Set(
      possibleInstants(evidence, one.message).map(
        (at) => `${keyOf(one)} on ${dayOf(at, zoneOf(one))}`,
      ),
    ),
  ]);
  // Those of which the day is certain first: they leave the others what room there is.
  for (const some of possible.toSorted((a, b) => a.length - b.length)) {
    const kindest = some.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))[0];
    if (kindest) counts.set(kindest, (counts.get(kindest) ?? 0) + 1);
  }
  return counts;
}

function ago(at: number, since: number | undefined): string {
  return `${((at - (since ?? at)) / 1000).toFixed(2)} s after`;
}

function earliest(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [key, at] of pairs) first.set(key, Math.min(at, first.get(key) ?? Infinity));
  return first;
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
