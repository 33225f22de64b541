import { expect, it } from 'vitest';
import { readWebEnv } from '#server/env.ts';

const whole = {
  DATABASE_URL: 'postgres://localhost/x',
  PUBLIC_URL: 'https://app.example/',
  APP_SECRET: 'a secret that is long enough to be one',
};

it('the environment names everything that is wrong with it at once', () => {
  expect(() => readWebEnv({ PUBLIC_URL: 'nonsense', APP_SECRET: 'short' })).toThrow(
    /DATABASE_URL: .*\n.*PUBLIC_URL: .*\n.*APP_SECRET: at least 32 characters/,
  );
});

it('an empty variable is one that is not set', () => {
  const env = readWebEnv({ ...whole, SANDBOX_URL: '', TEMPORAL_UI_URL: '' });
  expect([env.SANDBOX_URL, env.TEMPORAL_UI_URL, env.PUBLIC_URL]).toEqual([
    undefined,
    undefined,
    'https://app.example',
  ]);
});
