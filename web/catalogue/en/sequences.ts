import type { Format } from '../format.ts';

export const sequences = (_f: Format) => ({
  title: 'Sequences',
});
