import type { Format } from '../format.ts';

export const imports = (_f: Format) => ({
  title: 'Imports',
});
