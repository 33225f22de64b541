import { limits, type ProvedCampaign } from '../firm.ts';
import type { Evidence, OurSend } from '../evidence.ts';
import type { Taken } from '#test/support/product/phones.ts';
import { sendIdIn } from './counts.ts';
import { callMs, type Rule, type Violation } from './violation.ts';

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
    const tooFast = begun.filter(
      (at, i) => i > 0 && at - (begun[i - 1] ?? 0) < apartMs - toleranceMs,
    );
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
  for (const one of all) {
    const possible = new Set(
      possibleInstants(evidence, one.message).map(
        (at) => `${keyOf(one)} on ${dayOf(at, zoneOf(one))}`,
      ),
    );
    const kindest = [...possible].toSorted(
      (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0),
    )[0];
    if (kindest) counts.set(kindest, (counts.get(kindest) ?? 0) + 1);
  }
  return counts;
}

interface Marketing {
  message: Taken;
  campaign: ProvedCampaign;
  send: OurSend | undefined;
}

function marketing({ taken, firm, sends }: Evidence): Marketing[] {
  const byId = new Map(sends.map((send) => [send.id, send]));
  return taken.flatMap((message) => {
    const campaign = firm.campaigns.find(({ texts }) => texts.includes(message.body));
    const send = byId.get(sendIdIn(message.statusCallback) ?? '');
    return campaign ? [{ message, campaign, send }] : [];
  });
}

/**
 * When its call may have begun on the business clock. The provider knows only when it took the message:
 * the call began at most ten seconds before, and the clock may have been set meanwhile.
 */
function possibleInstants({ moves }: Evidence, message: Taken): number[] {
  const taken = Date.parse(message.acceptedAt);
  const began = taken - callMs;
  return moves
    .filter((move, i) => move.from <= taken && (moves[i + 1]?.until ?? Infinity) >= began)
    .flatMap(({ offsetMs }) => [began + offsetMs, taken + offsetMs]);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function local(at: number, zone: string): Record<string, string> {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      dateStyle: undefined,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(zone, clock);
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
}

function isOpen(at: number, zone: string, { from, to }: { from: number; to: number }): boolean {
  const { hour, minute } = local(at, zone);
  const now = Number(hour) * 60 + Number(minute);
  return from < to ? from <= now && now < to : from <= now || now < to;
}

function dayOf(at: number, zone: string): string {
  const { year, month, day } = local(at, zone);
  return `${year}-${month}-${day}`;
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
