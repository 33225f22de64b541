import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#domain/sending/decide.ts';
import type { SendFacts } from '#domain/sending/facts.ts';
import { dayOf } from '#domain/sending/local-time.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { campaignHours, isOpen, legalHours } from '#domain/sending/window.ts';
import { office, ready, sender, tuesday } from './world.ts';

const day = 24 * 3_600_000;
const zone = fc.constantFrom(
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'America/Phoenix',
);
const instant = fc.integer({ min: tuesday - 20 * day, max: tuesday + 140 * day });

const window = fc.record({
  days: fc.uniqueArray(fc.constantFrom(...([1, 2, 3, 4, 5, 6, 7] as const)), { minLength: 1 }),
  from: fc.integer({ min: 0, max: 1439 }),
  to: fc.integer({ min: 0, max: 1440 }),
  zone,
});

const anySender = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    state: fc.constantFrom('active', 'active', 'paused', 'alert'),
    priority: fc.constantFrom(5, 10),
    sentToday: fc.constantFrom(0, 199, 200),
    areaCode: fc.constantFrom('603', '207', null),
    behind: fc.constantFrom(-5000, 0, 3000, 200_000),
  } as const)
  .map(
    ({ behind, ...rest }) =>
      (at: number) =>
        sender({ ...rest, freeAt: at + behind }),
  );

/** Facts as the ledger would load them at an instant: counters belong to its day. */
const situation = fc
  .record({
    at: instant,
    purpose: fc.constantFrom('marketing', 'marketing', 'conversation', 'confirmation', 'service'),
    blocked: fc.constantFrom([], [], [], ['sms'], ['*'], ['email']),
    consent: fc.constantFrom('given', 'given', 'refused', 'none'),
    window: fc.oneof(fc.constant(office), window),
    zones: fc.uniqueArray(zone, { maxLength: 2 }),
    dueIn: fc.constantFrom(-day, 0, 60_000, 2 * day),
    sendNow: fc.boolean(),
    sentAgo: fc.array(fc.integer({ min: 0, max: 8 * day }), { maxLength: 4 }),
    used: fc.constantFrom(0, 124, 125),
    sticky: fc.option(anySender),
    senders: fc.uniqueArray(anySender, { maxLength: 4, selector: (make) => make(0).id }),
    paused: fc.constantFrom(null, null, null, 1),
    ended: fc.constantFrom(null, null, null, 'replied'),
  } as const)
  .map((s) => ({ at: s.at, facts: factsOf(s) }));

type Drawn = {
  at: number;
  purpose: SendFacts['purpose'];
  blocked: readonly string[];
  consent: SendFacts['consent'];
  window: CampaignWindow;
  zones: string[];
  dueIn: number;
  sendNow: boolean;
  sentAgo: number[];
  used: number;
  sticky: ((at: number) => ReturnType<typeof sender>) | null;
  senders: ((at: number) => ReturnType<typeof sender>)[];
  paused: number | null;
  ended: 'replied' | null;
};

function factsOf(s: Drawn): SendFacts {
  const today = dayOf(s.at, s.window.zone).day;
  const limit = { limit: 125, used: s.used, day: today, zone: s.window.zone };
  return {
    ...ready,
    purpose: s.purpose,
    suppression: { blocked: s.blocked, reason: 'keyword', since: 1 },
    consent: s.consent,
    campaign: { state: 'running', pausedSince: s.paused, window: s.window, consentBasis: null },
    membership: { state: s.ended ? 'ended' : 'walking', ending: s.ended, pausedSince: null },
    recipient: { ...ready.recipient, zones: s.zones },
    dueAt: s.at + s.dueIn,
    sendNow: s.sendNow,
    answersAt: s.at,
    marketingSentAt: s.sentAgo.map((ago) => s.at - ago),
    dayLimits: [{ ...limit, scope: 'campaign' }],
    pool: {
      sticky: s.sticky?.(s.at) ?? null,
      senders: s.senders.map((make) => make(s.at)),
      day: today,
      zone: s.window.zone,
    },
  };
}

test('the situations drawn lead to every kind of decision', () => {
  const kinds = new Set(
    fc.sample(situation, { numRuns: 600, seed: 7 }).map(({ facts, at }) => {
      const decision = decide(facts, at);
      return facts.purpose === 'marketing' ? decision.kind : `${decision.kind} otherwise`;
    }),
  );
  expect([...kinds].toSorted()).toEqual(
    expect.arrayContaining(['fail', 'hold', 'over', 'park', 'send', 'send otherwise']),
  );
});

const holds = (property: fc.IProperty<[{ facts: SendFacts; at: number }]>) =>
  fc.assert(property, { numRuns: 600 });

describe('whatever the facts', () => {
  test('marketing never goes to a suppressed or unconsenting person, nor in a pause, nor twice a day', () => {
    holds(
      fc.property(situation, ({ facts, at }) => {
        if (facts.purpose !== 'marketing' || decide(facts, at).kind !== 'send') return;
        expect(facts.suppression.blocked).not.toContain('*');
        expect(facts.suppression.blocked).not.toContain('sms');
        expect(facts.consent).toBe('given');
        expect(facts.campaign?.pausedSince).toBeNull();
        expect(facts.membership?.state).toBe('walking');
        expect(facts.marketingSentAt.filter((sent) => sent > at - day)).toEqual([]);
        expect(facts.marketingSentAt.filter((sent) => sent > at - 7 * day).length).toBeLessThan(3);
        expect(facts.dayLimits[0]?.used).toBeLessThan(125);
        expect(facts.sendNow || (facts.dueAt ?? 0) <= at).toBe(true);
      }),
    );
  });

  test('marketing never goes outside the window or the law of any zone', () => {
    holds(
      fc.property(situation, ({ facts, at }) => {
        if (facts.purpose !== 'marketing' || decide(facts, at).kind !== 'send') return;
        const { window } = facts.campaign!;
        const zones = facts.recipient.zones.length > 0 ? facts.recipient.zones : [window.zone];
        expect(isOpen(at, [campaignHours(window)])).toBe(true);
        expect(isOpen(at, legalHours(facts.laws, facts.recipient.places, zones))).toBe(true);
      }),
    );
  });

  test('only the answer to a keyword reaches a suppressed person', () => {
    holds(
      fc.property(situation, ({ facts, at }) => {
        const suppressed = facts.suppression.blocked.some((channel) => channel !== 'email');
        if (!suppressed || decide(facts, at).kind !== 'send') return;
        expect(['confirmation', 'service']).toContain(facts.purpose);
      }),
    );
  });

  test('the sender is a number that may be used', () => {
    holds(
      fc.property(situation, ({ facts, at }) => {
        const decision = decide(facts, at);
        if (decision.kind !== 'send') return;
        const unfit = decision.chosenBy === 'sticky' ? ['paused'] : ['paused', 'alert'];
        expect(unfit).not.toContain(decision.sender.state);
        expect(decision.sender).toBe(facts.pool.sticky ?? decision.sender);
        if (facts.purpose !== 'marketing') return;
        expect(decision.sender.sentToday).toBeLessThan(decision.sender.dailyCap);
        expect(decision.sender.freeAt ?? at).toBeLessThanOrEqual(at);
      }),
    );
  });

  test('no rule that held still holds at the instant it was held until', () => {
    holds(
      fc.property(situation, ({ facts, at }) => {
        const decision = decide(facts, at);
        if (decision.kind !== 'hold') return;
        expect(decision.until).toBeGreaterThan(at);
        const then = decide(facts, decision.until);
        const again = then.passport.looks.filter(
          (look) => look.verdict !== 'passed' && look.rule !== 'pace' && look.rule !== 'sender',
        );
        expect(again).toEqual([]);
      }),
    );
  });

  test('asked in between, it is held until the same instant', () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(situation, share, ({ facts, at }, share) => {
        const decision = decide(facts, at);
        if (decision.kind !== 'hold' || decision.rule === 'sender') return;
        const between = Math.floor(at + (decision.until - at) * share);
        expect(decide(facts, between)).toMatchObject({ kind: 'hold', until: decision.until });
      }),
      { numRuns: 600 },
    );
  });

  test('the passport holds a look for each reason and stays small', () => {
    holds(
      fc.property(situation, ({ facts, at }) => {
        const decision = decide(facts, at);
        const { looks } = decision.passport;
        expect(looks.every((look) => look.verdict === 'passed')).toBe(decision.kind === 'send');
        expect(looks.every((look) => look.verdict === 'passed' || look.cure)).toBe(true);
        expect(new Set(looks.map((look) => look.rule)).size).toBe(looks.length);
        expect(JSON.stringify(decision.passport).length).toBeLessThan(3000);
      }),
    );
  });
});
