import type { Format } from '../format.ts';

/** The telephone's past: imports of history, their proof, their pages. */
export const history = (_f: Format) => ({
  title: 'Telephone history',
});
