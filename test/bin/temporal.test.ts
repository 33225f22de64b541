import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { release } from '../../bin/parts/temporal-release.mjs';
import { newEnough } from '../../bin/parts/temporal.mjs';

test('a server of our pinned version or newer is used, an older one is not', () => {
  expect(newEnough(release.server)).toBe(true);
  expect(newEnough('1.33.1')).toBe(true);
  expect(newEnough('2.0.0')).toBe(true);
  expect(newEnough('1.31.9')).toBe(false);
  expect(newEnough(undefined)).toBe(false);
});

test('the build takes the version that the rest of us names', () => {
  const module = readFileSync('bin/temporal/go.mod', 'utf8');
  expect(module).toMatch(new RegExp(`temporalio/cli v${release.version}( |$)`, 'm'));
  expect(module).toContain(`go.temporal.io/server v${release.server} `);
  expect(module).toContain(`go ${release.go.join('.')}\n`);
});
