import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from '#web/sequences/word-diff.ts';

const side = (runs: ReturnType<typeof wordDiff>, kind: 'gone' | 'new') =>
  runs.filter((run) => run.kind === 'same' || run.kind === kind).map(({ text }) => text);

test('words that stayed are told apart from those that went and came', () => {
  expect(wordDiff('Shall we check the roof?', 'May we check the old roof?')).toEqual([
    { kind: 'gone', text: 'Shall ' },
    { kind: 'new', text: 'May ' },
    { kind: 'same', text: 'we check the ' },
    { kind: 'new', text: 'old ' },
    { kind: 'same', text: 'roof?' },
  ]);
});

test('both texts can be read out of it, word by word', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'roof', 'gutter'), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDiff(before.join(' '), after.join(' '));
      expect(side(runs, 'gone').join(' ').split(/\s+/).filter(Boolean)).toEqual(before);
      expect(side(runs, 'new').join(' ').split(/\s+/).filter(Boolean)).toEqual(after);
    }),
  );
});

test('very long texts are told as a whole', () => {
  const long = 'word '.repeat(700);
  expect(wordDiff(long, 'short').map(({ kind }) => kind)).toEqual(['gone', 'new']);
});
