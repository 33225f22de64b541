import { describe, expect, test } from 'vitest';
import { chooseSender } from '#domain/sending/sender-choice.ts';
import type { SenderFacts } from '#domain/sending/sender.ts';
import { portsmouth, sender, tuesday } from './world.ts';

const boston = { country: 'US', areaCode: '617', region: 'MA' };
const nowhere = { country: 'US', areaCode: null, region: null };

const choose = (
  senders: SenderFacts[],
  addressee = nowhere as typeof boston | typeof nowhere,
  sticky: SenderFacts | null = null,
  purpose: 'marketing' | 'conversation' = 'marketing',
) =>
  chooseSender(
    {
      pool: { sticky, senders, day: '2026-11-17', zone: portsmouth },
      addressee,
      channel: 'sms',
      purpose,
      reservedId: null,
    },
    tuesday,
  );

const chosen = (...input: Parameters<typeof choose>) => {
  const choice = choose(...input);
  return choice.kind === 'chosen' ? `${choice.sender.id} by ${choice.by}` : choice.kind;
};

/** Six new people, one after the other; each number remembers when it was taken. */
const assign = (senders: SenderFacts[], people = 6) => {
  const pool = [...senders];
  return Array.from({ length: people }, (_, turn) => {
    const choice = choose(pool);
    if (choice.kind !== 'chosen') return choice.kind;
    const index = pool.findIndex(({ id }) => id === choice.sender.id);
    pool[index] = {
      ...choice.sender,
      lastUsedAt: tuesday + turn,
      sentToday: choice.sender.sentToday + 1,
    };
    return choice.sender.id;
  }).join(' ');
};

const a = sender({ id: 'a', priority: 10 });
const b = sender({ id: 'b', priority: 10 });
const c = sender({ id: 'c', priority: 5 });

describe('rotation', () => {
  test('takes turns within the highest priority and never reaches below it', () => {
    expect(assign([c, b, a])).toBe('a b a b a b');
  });

  test('reaches the next priority when the highest have used up their day', () => {
    expect(assign([{ ...a, dailyCap: 1 }, { ...b, dailyCap: 2 }, c])).toBe('a b b c c c');
  });

  test('a number never used goes first, then the one idle the longest, then by id', () => {
    const used = (id: string, lastUsedAt: number | null) => sender({ id, lastUsedAt });
    expect(chosen([used('a', 1), used('b', null)])).toBe('b by rotation');
    expect(chosen([used('a', 2), used('b', 1)])).toBe('b by rotation');
    expect(chosen([used('b', 1), used('a', 1)])).toBe('a by rotation');
  });

  test('leaves out numbers that are paused, on alert, out of rotation or of another channel', () => {
    for (const change of [
      { state: 'paused' },
      { state: 'alert' },
      { rotation: false },
      { channels: [] },
    ] as const) {
      expect(chosen([{ ...a, ...change }, c])).toBe('c by rotation');
    }
  });

  test('with none fit there is none; with all full it is tomorrow', () => {
    expect(chosen([])).toBe('none');
    expect(choose([{ ...a, sentToday: 200 }])).toEqual({
      kind: 'capped',
      until: Date.parse('2026-11-18T05:00:00Z'),
    });
  });

  test('what was sent yesterday is not counted today', () => {
    const pool = {
      sticky: null,
      senders: [{ ...a, sentToday: 200 }],
      day: '2026-11-16',
      zone: portsmouth,
    };
    const input = {
      pool,
      addressee: nowhere,
      channel: 'sms',
      purpose: 'marketing',
      reservedId: null,
    } as const;
    expect(chooseSender(input, tuesday).kind).toBe('chosen');
  });
});

describe('numbers of the same area', () => {
  const nh = sender({ id: 'nh', areaCode: '603', region: 'NH' });
  const ma508 = sender({ id: 'ma508', areaCode: '508', region: 'MA' });
  const ma617 = sender({ id: 'ma617', areaCode: '617', region: 'MA', lastUsedAt: tuesday });

  test('the same area code comes before the same state, and both before turn', () => {
    expect(chosen([nh, ma508, ma617], boston)).toBe('ma617 by area-code');
    expect(chosen([nh, ma508], boston)).toBe('ma508 by region');
    expect(chosen([nh], boston)).toBe('nh by rotation');
  });

  test('only among the highest priority', () => {
    expect(chosen([{ ...ma617, priority: 1 }, nh], boston)).toBe('nh by rotation');
  });

  test('a number of the own country comes before one that is abroad', () => {
    const be = sender({ id: 'be', country: 'BE', areaCode: null, region: null });
    expect(chosen([be, nh], boston)).toBe('nh by rotation');
    expect(chosen([be], boston)).toBe('be by rotation');
  });
});

describe('the number that a person knows', () => {
  const known = sender({ id: 'known', rotation: false, priority: 1, areaCode: '207' });

  test('stays theirs, out of rotation, of low priority and in another area', () => {
    expect(chosen([a, b], boston, known)).toBe('known by sticky');
    expect(chosen([a, b], boston, { ...known, state: 'alert' })).toBe('known by sticky');
  });

  test('is waited for while it rests or is full', () => {
    expect(chosen([a], boston, { ...known, state: 'paused' })).toBe('resting');
    expect(chosen([a], boston, { ...known, sentToday: 200 })).toBe('capped');
  });

  test('answers are never refused for a full day', () => {
    expect(chosen([a], boston, { ...known, sentToday: 200 }, 'conversation')).toBe(
      'known by sticky',
    );
  });
});
