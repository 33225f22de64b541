import type { Format } from '../format.ts';

export const settings = (_f: Format) => ({
  title: 'Settings',
});
