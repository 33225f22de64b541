import type { Format } from '../format.ts';

export const signIn = (_f: Format) => ({
  title: 'Sign in',
});
