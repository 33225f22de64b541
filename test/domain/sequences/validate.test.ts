import { describe, expect, test } from 'vitest';
import type { Block } from '#domain/sequences/step.ts';
import { canPublish, validate } from '#domain/sequences/validate.ts';

const message = (text: string, id = 'm'): Block => ({
  id,
  kind: 'message',
  channel: 'sms',
  variants: [{ id: 'v', text }],
});
const wait = (amount: number, unit: 'minutes' | 'hours' | 'days' = 'days', id = 'w'): Block => ({
  id,
  kind: 'wait',
  amount,
  unit,
});
const exit: Block = { id: 'e', kind: 'exit', label: 'Finished' };
const good = 'Hi {first_name|there}, {agent} at {firm}. Reply STOP to end.';

const codes = (blocks: Block[], known = {}) =>
  validate(blocks, known).map(
    ({ stepId, severity, code }) => `${severity} ${stepId ?? '-'} ${code}`,
  );

test('a good sequence has nothing to mend', () => {
  expect(codes([message(good, 'a'), wait(3), message(good, 'b'), exit])).toEqual([]);
});

describe('the whole', () => {
  test('without steps or without messages it cannot be published', () => {
    expect(codes([])).toEqual(['error - no-steps']);
    expect(codes([exit])).toEqual(['error - no-messages']);
  });

  test('what comes after an exit is never reached', () => {
    expect(codes([message(good), exit, wait(1)])).toEqual(['error w unreachable']);
  });

  test('more steps than a walk can carry are refused', () => {
    const many = Array.from({ length: 90 }, (_, n) =>
      message(good, `step-${String(n).padStart(8, '0')}`),
    );
    expect(codes(many)[0]).toBe('error - too-many-steps');
    expect(codes(many.slice(0, 40))[0]).not.toBe('error - too-many-steps');
  });
});

describe('waits', () => {
  test.each<[Block, string]>([
    [wait(0), 'error w wait-zero'],
    [wait(-1), 'error w wait-not-whole'],
    [wait(1.5), 'error w wait-not-whole'],
    [wait(Number.NaN), 'error w wait-not-whole'],
    [wait(366), 'error w wait-too-long'],
    [wait(365 * 24 + 1, 'hours'), 'error w wait-too-long'],
    [{ id: 'w', kind: 'wait-until', hour: 24, minute: 0 }, 'error w no-such-hour'],
    [{ id: 'w', kind: 'wait-until', hour: 9, minute: 60 }, 'error w no-such-hour'],
  ])('%j: %s', (step, expected) => {
    expect(codes([message(good), step])).toEqual([expected]);
  });

  test('a year is long enough', () => {
    expect(codes([message(good), wait(365)])).toEqual([]);
  });

  test('two waits in a row are asked about, a wait and an hour of the day are not', () => {
    expect(codes([message(good), wait(1), wait(2, 'hours', 'x')])).toEqual([
      'warning x consecutive-waits',
    ]);
    expect(
      codes([message(good), wait(1), { id: 'u', kind: 'wait-until', hour: 9, minute: 0 }]),
    ).toEqual([]);
  });

  test('two messages in a row are asked about', () => {
    expect(codes([message(good, 'a'), message(good, 'b')])).toEqual([
      'warning b messages-without-wait',
    ]);
  });
});

describe('texts', () => {
  test.each([
    ['  ', ['error m empty-message']],
    ['Hi {first_name. STOP', ['error m broken-text']],
    ['Hi {% if x %} STOP', ['error m broken-text']],
    ['Hi [[name]] STOP', ['error m broken-text']],
    ['Hi {shoe_size|big} STOP', ['error m unknown-field']],
    ['Hi {first_name} STOP', ['error m field-without-fallback']],
    ['Hi {first_name|} STOP', ['error m field-without-fallback']],
    ['Hi {{ voornaam | default: company }} STOP', ['error m field-without-fallback']],
    ['Hi {agent} of {firm} STOP', []],
    ['Hi there', ['warning m no-opt-out']],
    ['Hi there, STOP2END', ['warning m no-opt-out']],
    ['Antwoord STOP om te stoppen', []],
    ['See bit.ly/x. STOP', ['warning m public-shortener']],
    [`STOP ${'x'.repeat(1600)}`, ['error m text-too-long']],
    [`STOP ${'á'.repeat(670)}`, ['error m too-many-segments', 'warning m costly-characters']],
    [`STOP – ${'x'.repeat(80)}`, ['warning m costly-characters']],
    ['STOP – short', []],
  ])('%j', (text, expected) => {
    expect(codes([message(text)])).toEqual(expected);
  });

  test("the workspace's own fields are known by any label", () => {
    const text = 'Since {Last Job|last year}. STOP';
    expect(codes([message(text)])).toEqual(['error m unknown-field']);
    expect(codes([message(text)], { customFields: ['last_job'] })).toEqual([]);
    expect(codes([message('Since {last_job}. STOP')], { customFields: ['Last Job'] })).toEqual([
      'error m field-without-fallback',
    ]);
  });

  test('smart encoding takes the cost out of a dash', () => {
    expect(codes([message(`STOP – ${'x'.repeat(80)}`)], { smartEncoding: true })).toEqual([]);
  });

  test('the issue says which field and how much', () => {
    expect(validate([message('Hi {first_name} STOP')])[0]?.params).toEqual({ field: 'first_name' });
    expect(validate([message(good), wait(400)])[0]?.params).toEqual({ most: 365, unit: 'days' });
  });
});

test('warnings let it be published, errors do not', () => {
  expect(canPublish(validate([message('Hi there')]))).toBe(true);
  expect(canPublish(validate([message('Hi {first_name}')]))).toBe(false);
});
