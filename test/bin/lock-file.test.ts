import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { installedFits, missingBuilds } from '../../bin/parts/lock-file.mjs';

const text = readFileSync('package-lock.json', 'utf8');
const { packages } = JSON.parse(text) as { packages: Parameters<typeof missingBuilds>[0] };

test('the lock file names no registry', () => {
  expect(text).not.toContain('"resolved": "http');
});

test('the lock file holds the builds for every system, else "npm run lock" adds them', () => {
  expect(Object.keys(missingBuilds(packages))).toEqual([]);
});

test('a missing build is added with its version, system and processor', () => {
  const lacking = {
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/binding-linux-arm-musleabihf': '2.0.0', here: '1.0.0' },
    },
    'node_modules/tool/node_modules/here': { version: '1.0.0' },
  };
  expect(missingBuilds(lacking)).toEqual({
    'node_modules/@tool/binding-linux-arm-musleabihf': {
      version: '2.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm'],
      libc: ['musl'],
    },
  });
});

test('packages are stale when one is missing or of another version', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
  };
  expect(installedFits(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  expect(installedFits(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
  expect(installedFits(wanted, {})).toBe(false);
});
