import type { Format } from '../format.ts';

export const today = (_f: Format) => ({
  title: 'Today',
});
