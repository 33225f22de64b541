import type { Format } from '../format.ts';

export const campaigns = (_f: Format) => ({
  title: 'Campaigns',
});
