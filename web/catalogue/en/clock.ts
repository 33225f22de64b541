import type { Format } from '../format.ts';

export const clock = (f: Format) => ({
  title: 'Clock',
  /** Shown on every page of a sandbox workspace. */
  banner: (now: Date) => `Sandbox. The clock here stands at ${f.longDate(now)}, ${f.time(now)}.`,
  move: 'Move the clock',
});
