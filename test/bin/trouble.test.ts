import { expect, test } from 'vitest';
import { sentence, Trouble } from '../../bin/parts/trouble.mjs';

test('a full disk is one sentence with its cure', () => {
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path: '/data' });
  expect(sentence(full)).toBe('The disk is full. Free a few gigabytes and start again. (/data)');
});

test('what we say ourselves comes as it is', () => {
  expect(sentence(new Trouble('Go is missing.', 'Install Go.'))).toBe('Go is missing. Install Go.');
});

test('a mishap that nobody foresaw keeps its own words', () => {
  expect(sentence(new Error('the moon fell'))).toBe('the moon fell');
});
