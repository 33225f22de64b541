import { expect, test } from 'vitest';
import { keywordIn } from '../../../sandbox/twilio/keywords.ts';

test.each([
  ['STOP', 'STOP'],
  [' stop ', 'STOP'],
  ['OptOut', 'STOP'],
  ['unstop', 'START'],
  ['info', 'HELP'],
  ['STOP PLEASE', undefined],
  ['stop texting me', undefined],
  ['Yes', undefined],
])('%s is read as %s', (text, keyword) => {
  expect(keywordIn(text, false)).toBe(keyword);
});

test('yes re-joins only somebody who had left', () => {
  expect(keywordIn('yes', true)).toBe('START');
});
