import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readEngineEnv, readWorldEnv } from '#activities/env.ts';
import { readWebEnv } from '#server/env.ts';
import { readEnv as readSandboxEnv } from '../../sandbox/env.ts';
import { composeFile, composeText, filledIn, ours } from './compose-file.ts';
import { composeSchema } from './compose-schema.ts';
import { variablesOfProcesses, variablesReadOneByOne } from './read-variables.ts';

const schema = await composeSchema();
if (!schema) console.log('SKIPPED  the compose schema: no way to a copy of it');

const example = readFileSync('.env.example', 'utf8');
const documented = [...example.matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].flatMap(([, name]) => name ?? []);
const interpolated = [...composeText.matchAll(/\$\{(\w+)/g)].flatMap(([, name]) => name ?? []);
const parsed = [...variablesOfProcesses().values()].flat();

/** Of the machine or of a tool, not ours to set. */
const notOurs = ['PATH', 'XDG_CACHE_HOME', 'CHROME_PATH', 'CI', 'NODE_ENV'];

const filled: Record<string, string> = {
  PUBLIC_URL: 'https://outreach.example.com',
  SITE_ADDRESS: 'outreach.example.com',
  APP_SECRET: 'k'.repeat(32),
  POSTGRES_PASSWORD: 'one',
  TEMPORAL_DB_PASSWORD: 'two',
};

function environmentOf(service: string): Record<string, string> {
  const given = Object.entries(composeFile.services[service]?.environment ?? {});
  return Object.fromEntries(given.map(([name, value]) => [name, filledIn(value, filled)]));
}

test.skipIf(!schema)('the compose file fits the compose schema', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema ?? {});
  validate(composeFile);
  expect(validate.errors).toBeNull();
});

test('every service that another waits for exists, and can be ready', () => {
  const waits = Object.values(composeFile.services).flatMap(({ depends_on: waitsFor = {} }) =>
    Object.entries(waitsFor),
  );
  const unknown = waits.filter(([needed]) => !composeFile.services[needed]);
  const neverReady = waits.filter(
    ([needed, { condition }]) =>
      condition === 'service_healthy' && !composeFile.services[needed]?.healthcheck,
  );
  expect(waits.length).toBeGreaterThan(0);
  expect([...unknown, ...neverReady]).toEqual([]);
});

test('every file that the compose file mounts, and every entry that it starts, exists', () => {
  const services = Object.values(composeFile.services);
  const mounted = services.flatMap(({ volumes = [] }) => volumes.map((v) => v.split(':')[0] ?? ''));
  const files = mounted.filter((source) => source.startsWith('.'));
  const named = mounted.filter((source) => !source.startsWith('.'));
  const entries = ours.flatMap(([, { command }]) => command?.at(-1) ?? []);
  expect([...files, ...entries].filter((file) => !existsSync(file))).toEqual([]);
  expect(named.filter((name) => !(name in composeFile.volumes))).toEqual([]);
});

test('our processes get no variable that they do not read', () => {
  const given = ours.flatMap(([, { environment = {} }]) => Object.keys(environment));
  const unread = [...new Set(given)].filter((name) => !parsed.includes(name));
  expect(unread).toEqual([]);
});

test('our processes get all that they need', () => {
  expect(() => readWebEnv(environmentOf('web'))).not.toThrow();
  expect(() => readEngineEnv(environmentOf('workflow-worker'))).not.toThrow();
  expect(() => readWorldEnv(environmentOf('worker'))).not.toThrow();
  expect(() => readSandboxEnv(environmentOf('sandbox'))).not.toThrow();
});

test('.env.example names every variable that the code reads, and no other', () => {
  const read = [...parsed, ...variablesReadOneByOne(), ...interpolated];
  const known = [...new Set(read)].filter((name) => !notOurs.includes(name));
  expect(documented.toSorted()).toEqual(known.toSorted());
});

test('a value in .env.example is what the compose file falls back to', () => {
  const fallbacks = [...composeText.matchAll(/\$\{(\w+):-([^}]*)\}/g)];
  const differing = fallbacks.filter(([, name, fallback]) => {
    const [, value] = new RegExp(`^${name}=(.*)$`, 'm').exec(example) ?? [];
    return value !== '' && value !== fallback;
  });
  expect(differing.map(([text]) => text)).toEqual([]);
});
