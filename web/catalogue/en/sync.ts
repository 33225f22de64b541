import type { Format } from '../format.ts';

/** Whether what the providers know has come here: sync health. */
export const sync = (_f: Format) => ({
  title: 'Sync health',
});
