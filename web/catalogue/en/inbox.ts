import type { Format } from '../format.ts';

export const inbox = (_f: Format) => ({
  title: 'Inbox',
});
