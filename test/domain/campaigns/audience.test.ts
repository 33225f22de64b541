import { describe, expect, test } from 'vitest';
import { inSpan, isEverybody } from '#domain/campaigns/audience.ts';
import { parseAudience } from '#domain/campaigns/parse-audience.ts';

const problems = (value: unknown) => {
  const parsed = parseAudience(value);
  return parsed.kind === 'problems'
    ? parsed.problems.map(({ part, code }) => `${part}: ${code}`)
    : [];
};
const audience = (value: unknown) => {
  const parsed = parseAudience(value);
  return parsed.kind === 'audience' ? parsed.audience : parsed.problems;
};

describe('an audience', () => {
  test('is read with all its parts', () => {
    const whole = {
      tags: { any: ['roof', 'gutter'], all: ['customer'], none: ['do not call'] },
      countries: ['US'],
      regions: ['NH', 'ME'],
      languages: ['en'],
      conversation: 'no',
      created: { from: '2024-01-01' },
      dates: { last_job: { from: '2023-01-01', before: '2026-01-01' } },
      search: 'roof',
    };
    expect(audience(whole)).toEqual(whole);
  });

  test('blank parts of a form narrow nothing, repeats and blanks around words go', () => {
    expect(
      audience({
        tags: { any: [' roof ', 'roof', ''], all: [] },
        regions: 'NH',
        search: ' ',
        countries: [],
      }),
    ).toEqual({
      tags: { any: ['roof'] },
      regions: ['NH'],
    });
    expect(isEverybody({})).toBe(true);
    expect(isEverybody({ search: 'x' })).toBe(false);
  });

  test.each([
    [{ zodiac: 'lion' }, ['zodiac: unknown-part']],
    [{ constructor: 'x' }, ['constructor: unknown-part']],
    [{ tags: { some: ['x'] } }, ['tags.some: unknown-part']],
    [{ tags: ['roof'] }, ['tags: not-a-list']],
    [{ countries: ['usa'] }, ['countries: not-a-code']],
    [{ countries: [1] }, ['countries: not-a-list']],
    [{ languages: ['EN'] }, ['languages: not-a-code']],
    [{ conversation: 'maybe' }, ['conversation: not-a-choice']],
    [{ created: { from: '2026-02-30' } }, ['created.from: not-a-day']],
    [{ created: { from: '3/1/2026' } }, ['created.from: not-a-day']],
    [{ created: { from: '2026-03-01', before: '2026-03-01' } }, ['created: empty-span']],
    [{ dates: { last_job: { until: '2026-03-01' } } }, ['dates.last_job.until: unknown-part']],
    [{ search: ['x'] }, ['search: not-text']],
    [{ tags: { all: ['roof'], none: ['roof'] } }, ['tags: tag-wanted-and-unwanted']],
    ['everybody', ['audience: unknown-part']],
    [null, ['audience: unknown-part']],
  ])('%j is refused: %j', (value, expected) => {
    expect(problems(value)).toEqual(expected);
  });

  test('a span holds its first day and not its last', () => {
    const span = { from: '2026-01-01', before: '2026-02-01' };
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => inSpan(day, span)),
    ).toEqual([false, true, true, false]);
  });
});
