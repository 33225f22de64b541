import type { Format } from '../format.ts';

export const senders = (_f: Format) => ({
  title: 'Senders',
});
