import { describe, expect, test } from 'vitest';
import { decide } from '#domain/sending/decide.ts';
import type { Decision } from '#domain/sending/decision.ts';
import type { SendFacts } from '#domain/sending/facts.ts';
import { confirmation, office, portsmouth, ready, reply, sender, tuesday } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const brief = (decision: Decision) => {
  switch (decision.kind) {
    case 'send':
      return `send from ${decision.sender.id}`;
    case 'hold':
      return `hold by ${decision.rule} until ${new Date(decision.until).toISOString()}`;
    case 'park':
      return `park by ${decision.rule}: ${decision.why}`;
    case 'over':
      return `over: ${decision.ending}`;
    case 'fail':
      return `fail: ${decision.code}`;
  }
};
const decided = (change: Partial<SendFacts>, at = tuesday) =>
  brief(decide({ ...ready, ...change }, at));
const recipient = (change: Partial<SendFacts['recipient']>) => ({
  recipient: { ...ready.recipient, ...change },
});
const campaign = (change: Partial<NonNullable<SendFacts['campaign']>>) => ({
  campaign: { ...ready.campaign!, ...change },
});
const membership = (change: Partial<NonNullable<SendFacts['membership']>>) => ({
  membership: { ...ready.membership!, ...change },
});
const pool = (change: Partial<SendFacts['pool']>) => ({ pool: { ...ready.pool, ...change } });
const at = (iso: string) => Date.parse(iso);

describe('a message that may go', () => {
  test('goes at once, with sender, segments, cost and the passport of every rule', () => {
    const decision = decide(ready, tuesday);
    expect(decision).toMatchObject({
      kind: 'send',
      chosenBy: 'area-code',
      encoding: 'GSM-7',
      segments: 1,
      estimateMicros: 10_900,
      currency: 'USD',
      freeAt: tuesday + 1000,
      text: 'Ruth, shall we check the roof? Reply STOP to end.',
    });
    expect(decision.passport.looks.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'membership passed',
      'campaign passed',
      'workspace passed',
      'address passed',
      'suppression passed',
      'consent passed',
      'text passed',
      'wait passed',
      'law passed',
      'campaign-window passed',
      'person-day passed',
      'person-week passed',
      'workspace-day passed',
      'campaign-day passed',
      'sender passed',
      'pace passed',
    ]);
  });

  test('its passport survives being stored, is small and holds no text and no number', () => {
    const { passport } = decide(ready, tuesday);
    const stored = JSON.stringify(passport);
    expect(JSON.parse(stored)).toEqual(passport);
    expect(stored.length).toBeLessThan(2500);
    expect(stored).not.toMatch(/Ruth|roof|\+1603/);
  });

  test('the passport says what each rule looked at', () => {
    const { looks } = decide(ready, tuesday).passport;
    const values = Object.fromEntries(looks.map((look) => [look.rule, look.values]));
    expect(values['law']).toEqual({
      places: 'US',
      source: '47 CFR 64.1200(c)(1)',
      zones: portsmouth,
      zoneSource: 'area-code',
      minute: 600,
      from: 480,
      to: 1260,
    });
    expect(values['campaign-day']).toEqual({
      sent: 4,
      most: 125,
      day: '2026-11-17',
      zone: portsmouth,
    });
    expect(values['sender']).toEqual({ sender: 'a', sent: 0, most: 200 });
  });
});

describe('an end', () => {
  test.each<[string, Partial<SendFacts>, string]>([
    [
      'a reply has ended the walk',
      membership({ state: 'ended', ending: 'replied' }),
      'over: replied',
    ],
    ['the campaign was stopped', campaign({ state: 'stopped' }), 'over: campaign-stopped'],
    ['the person was erased', recipient({ address: 'erased' }), 'over: erased'],
    [
      'the person opted out of texts',
      { suppression: { blocked: ['sms'], reason: 'keyword', since: 1 } },
      'over: opted-out',
    ],
    [
      'the person opted out of everything',
      { suppression: { blocked: ['*'], reason: 'person', since: 1 } },
      'over: suppressed',
    ],
    ['the person refused', { consent: 'refused' }, 'over: no-consent'],
    ['nothing is recorded and no basis stated', { consent: 'none' }, 'over: no-consent'],
  ])('%s', (_what, change, expected) => {
    expect(decided(change)).toBe(expected);
  });

  test('a basis stands in for a blank and never for a refusal', () => {
    const stated = campaign({ consentBasis: 'soft-opt-in' });
    expect(decided({ ...stated, consent: 'none' })).toBe('send from a');
    expect(decided({ ...stated, consent: 'refused' })).toBe('over: no-consent');
  });

  test('an opt-out of e-mail leaves texts alone', () => {
    expect(decided({ suppression: { blocked: ['email'], reason: 'keyword', since: 1 } })).toBe(
      'send from a',
    );
  });

  test('an end wins over a pause, a closed window and a bad text', () => {
    expect(
      decided({
        suppression: { blocked: ['sms'], reason: 'keyword', since: 1 },
        text: { kind: 'missing', fields: ['first_name'] },
        ...campaign({ pausedSince: 1, window: { ...office, days: [7] } }),
      }),
    ).toBe('over: opted-out');
  });
});

describe('a message that fails', () => {
  test.each<[string, Partial<SendFacts>, string]>([
    ['the number is none', recipient({ address: 'invalid' }), 'fail: invalid-address'],
    ['a landline takes no texts', recipient({ address: 'landline' }), 'fail: landline'],
    [
      'a field is missing',
      { text: { kind: 'missing', fields: ['first_name'] } },
      'fail: missing-field',
    ],
    [
      'the text is broken',
      { text: { kind: 'broken', code: 'leftover', found: '{' } },
      'fail: broken-text',
    ],
    [
      'more segments than carriers take',
      { text: { kind: 'text', text: 'á'.repeat(671) } },
      'fail: too-many-segments',
    ],
    ['the window never opens', campaign({ window: { ...office, days: [] } }), 'fail: never-opens'],
    [
      'the window never meets the law',
      campaign({ window: { ...office, from: 22 * 60, to: 7 * 60 } }),
      'fail: no-legal-window',
    ],
  ])('%s', (_what, change, expected) => {
    expect(decided(change)).toBe(expected);
  });
});

describe('a pause', () => {
  test.each<[string, Partial<SendFacts>, string]>([
    ['of the walk', membership({ pausedSince: 1 }), 'park by membership: membership-paused'],
    ['of the campaign', campaign({ pausedSince: 1 }), 'park by campaign: campaign-paused'],
    [
      'of the campaign by its state',
      campaign({ state: 'paused' }),
      'park by campaign: campaign-paused',
    ],
    ['of the workspace', { workspacePausedSince: 1 }, 'park by workspace: workspace-paused'],
    [
      'of the number that the person knows',
      pool({ sticky: sender({ id: 's', state: 'paused' }) }),
      'park by sender: sender-paused',
    ],
    [
      'of every number',
      pool({ senders: [sender({ state: 'paused' })] }),
      'park by sender: no-sender',
    ],
    ['where there are no numbers', pool({ senders: [] }), 'park by sender: no-sender'],
  ])('%s', (_what, change, expected) => {
    expect(decided(change)).toBe(expected);
  });

  test('waits with what fails, since a pause is when people mend things', () => {
    const missing = { text: { kind: 'missing', fields: ['first_name'] } } as const;
    expect(decided({ ...missing, ...campaign({ pausedSince: 1 }) })).toMatch('park by campaign');
    expect(decided({ ...missing, ...pool({ senders: [] }) })).toBe('fail: missing-field');
  });
});

describe('a clock', () => {
  test.each<[string, Partial<SendFacts>, string, string]>([
    [
      'the wait',
      { dueAt: tuesday + hour },
      '2026-11-17T10:00:00-05:00',
      'wait until 2026-11-17T16:00:00.000Z',
    ],
    [
      'the campaign window',
      {},
      '2026-11-17T08:30:00-05:00',
      'campaign-window until 2026-11-17T14:00:00.000Z',
    ],
    [
      'the weekend',
      {},
      '2026-11-20T18:00:00-05:00',
      'campaign-window until 2026-11-23T14:00:00.000Z',
    ],
    [
      'the law where the person is',
      recipient({ zones: ['America/Los_Angeles'] }),
      '2026-11-17T10:00:00-05:00',
      'law until 2026-11-17T16:00:00.000Z',
    ],
    [
      'the law in both zones of an area code',
      recipient({ zones: ['America/New_York', 'America/Los_Angeles'] }),
      '2026-11-17T10:00:00-05:00',
      'law until 2026-11-17T16:00:00.000Z',
    ],
    [
      'one message in 24 hours',
      { marketingSentAt: [at('2026-11-16T15:30:00Z')] },
      '2026-11-17T10:00:00-05:00',
      'person-day until 2026-11-17T15:30:00.000Z',
    ],
    [
      'three messages in 7 days',
      { marketingSentAt: [12, 13, 14].map((day) => at(`2026-11-${day}T16:00:00Z`)) },
      '2026-11-17T10:00:00-05:00',
      'person-week until 2026-11-19T16:00:00.000Z',
    ],
  ])('%s', (_what, change, now, expected) => {
    expect(decided(change, at(now))).toBe(`hold by ${expected}`);
  });

  test('a full day waits for the next morning, not for midnight', () => {
    const full = ready.dayLimits.map((limit) => ({ ...limit, used: limit.limit }));
    expect(decided({ dayLimits: full.slice(0, 1) })).toBe(
      'hold by workspace-day until 2026-11-18T14:00:00.000Z',
    );
    expect(decided({ dayLimits: full.slice(1) })).toBe(
      'hold by campaign-day until 2026-11-18T14:00:00.000Z',
    );
  });

  test('the 24 hours end before the window opens: it waits for both', () => {
    const change = { marketingSentAt: [at('2026-11-17T08:10:00-05:00')] };
    expect(decided(change)).toBe('hold by person-day until 2026-11-18T14:00:00.000Z');
  });

  test('numbers that have used up their day wait for the next', () => {
    expect(decided(pool({ senders: [sender({ sentToday: 200 })] }))).toBe(
      'hold by sender until 2026-11-18T14:00:00.000Z',
    );
  });

  test('where no zone is known the campaign stands in', () => {
    const nowhere = recipient({ zones: [], zoneSource: 'campaign' });
    expect(decided(nowhere)).toBe('send from a');
    expect(decided(nowhere, at('2026-11-17T07:59:00-05:00'))).toMatch('2026-11-17T14:00:00');
  });

  test('"send now" skips the wait and nothing else', () => {
    const early = { dueAt: tuesday + 72 * hour, sendNow: true };
    expect(decided(early)).toBe('send from a');
    expect(decided(early, at('2026-11-17T07:30:00-05:00'))).toMatch('hold by campaign-window');
    expect(
      decided({ ...early, suppression: { blocked: ['*'], reason: 'keyword', since: 1 } }),
    ).toBe('over: opted-out');
  });
});

describe('a reply from the inbox', () => {
  test('goes at any hour, over any cap and without a recorded consent', () => {
    const night = at('2026-11-17T03:00:00-05:00');
    const facts = {
      ...reply,
      marketingSentAt: [night - 1, night - 2, night - 3],
      pool: { ...reply.pool, senders: [sender({ sentToday: 200 })] },
    };
    expect(brief(decide(facts, night))).toBe('send from a');
  });

  test('does not reach a person who opted out', () => {
    const facts: SendFacts = {
      ...reply,
      suppression: { blocked: ['*'], reason: 'keyword', since: 1 },
    };
    expect(decide(facts, tuesday)).toMatchObject({ kind: 'fail', code: 'suppressed' });
  });
});

describe('the confirmation of a STOP', () => {
  test('is the one message that reaches a person who opted out, at any hour', () => {
    const night = at('2026-11-17T03:00:00-05:00');
    expect(brief(decide({ ...confirmation, answersAt: night }, night))).toBe('send from a');
  });

  test('is dropped when it would come more than five minutes late', () => {
    expect(decide(confirmation, tuesday + 5 * minute)).toMatchObject({ kind: 'send' });
    expect(decide(confirmation, tuesday + 5 * minute + 1)).toMatchObject({
      kind: 'fail',
      code: 'answer-too-late',
    });
  });

  test('a test message has no such privilege, the answer to HELP has', () => {
    const service: SendFacts = { ...confirmation, purpose: 'service' };
    expect(decide({ ...service, answersAt: null }, tuesday)).toMatchObject({ code: 'suppressed' });
    expect(decide(service, tuesday)).toMatchObject({ kind: 'send' });
  });
});

test.each([
  ['keyword', 'opted-out'],
  ['person', 'suppressed'],
  ['import', 'suppressed'],
] as const)('a walk that the gate ends for a suppression by %s ended %s', (reason, ending) => {
  const suppression = { blocked: ['sms'], reason, since: 1 };
  expect(decide({ ...ready, suppression }, tuesday)).toMatchObject({ kind: 'over', ending });
});
