import { describe, expect, test } from 'vitest';
import { diffVersions } from '#domain/sequences/diff.ts';
import { skeletonOf, skeletonSize } from '#domain/sequences/skeleton.ts';
import type { Block } from '#domain/sequences/step.ts';
import { messageCount, nextStep, nextStretch, positionOf } from '#domain/sequences/walk.ts';

const message = (id: string, text = 'A text that is long'): Block => ({
  id,
  kind: 'message',
  channel: 'sms',
  title: 'A title',
  variants: [{ id: 'v', text }],
});
const wait = (id: string): Block => ({ id, kind: 'wait', amount: 3, unit: 'days' });
const until: Block = { id: 'nine', kind: 'wait-until', hour: 9, minute: 0 };
const exit: Block = { id: 'end', kind: 'exit', label: 'Asked twice' };
const drip = [
  message('ask'),
  wait('pause'),
  until,
  message('again'),
  wait('rest'),
  exit,
  message('never'),
];
const skeleton = skeletonOf(drip);

describe('walking a sequence', () => {
  test('steps come in order, and after the last there is none', () => {
    expect(nextStep(skeleton, null)?.id).toBe('ask');
    expect(nextStep(skeleton, 'ask')?.id).toBe('pause');
    expect(nextStep(skeleton, 'never')).toBeUndefined();
  });

  test('a stretch is the waits ahead and what comes after them', () => {
    const stretch = nextStretch(skeleton, 'ask');
    expect([stretch.waits.map(({ id }) => id), stretch.step?.id]).toEqual([
      ['pause', 'nine'],
      'again',
    ]);
    expect(nextStretch(skeleton, null)).toEqual({ waits: [], step: skeleton[0] });
    expect(nextStretch(skeleton, 'again').step).toEqual({ id: 'end', kind: 'exit' });
    expect(nextStretch(skeleton, 'never')).toEqual({ waits: [], step: null });
  });

  test('waits at the end lead nowhere', () => {
    expect(nextStretch(skeletonOf([wait('a')]), null)).toMatchObject({
      waits: [{ id: 'a' }],
      step: null,
    });
  });

  test('a step of another version is an error and never the beginning', () => {
    expect(() => nextStep(skeleton, 'gone')).toThrow('no step gone');
  });

  test('positions count from one, messages only up to the exit', () => {
    expect(positionOf(skeleton, 'again')).toBe(4);
    expect(messageCount(skeleton)).toBe(2);
  });

  test('the skeleton carries no text, no title and no label', () => {
    expect(JSON.stringify(skeleton)).not.toMatch(/text|title|Asked/);
    expect(skeletonSize(skeleton)).toBe(new TextEncoder().encode(JSON.stringify(skeleton)).length);
  });
});

describe('two versions', () => {
  const changes = (before: Block[], after: Block[]) =>
    diffVersions(before, after).map(
      ({ stepId, change, position }) => `${stepId} ${change} ${position}`,
    );
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => message(id)) as [
    Block,
    Block,
    Block,
    Block,
  ];

  test('the same steps are the same, also when they were stored in between', () => {
    const stored = JSON.parse(
      JSON.stringify([
        { variants: [{ text: 'x', id: 'v' }], channel: 'sms', kind: 'message', id: 'a' },
      ]),
    ) as Block[];
    expect(
      changes(
        [{ id: 'a', kind: 'message', channel: 'sms', variants: [{ id: 'v', text: 'x' }] }],
        stored,
      ),
    ).toEqual(['a same 1']);
  });

  test('added, removed and changed steps are told by id', () => {
    expect(changes([a, b], [a, message('b', 'New'), c])).toEqual([
      'a same 1',
      'b changed 2',
      'c added 3',
    ]);
    expect(changes([a, b, c], [a, c])).toEqual(['a same 1', 'c same 2', 'b removed 2']);
  });

  test('one step carried to the front is the one that moved', () => {
    expect(changes([a, b, c, d], [d, a, b, c])).toEqual([
      'd moved 1',
      'a same 2',
      'b same 3',
      'c same 4',
    ]);
    expect(changes([a, b, c], [message('c', 'New'), a, b])[0]).toBe('c moved-and-changed 1');
  });
});
