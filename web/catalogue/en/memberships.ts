import type { Format } from '../format.ts';

export const memberships = (_f: Format) => ({
  title: 'Memberships',
});
