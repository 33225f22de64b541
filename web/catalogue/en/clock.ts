import type { ClockMove } from '#domain/clock/moves.ts';
import { strong } from '../rich.ts';
import type { Format } from '../format.ts';

export const clock = (f: Format) => ({
  title: 'Clock',
  /** Shown on every page of a sandbox workspace. */
  banner: (now: Date) => `Sandbox clock: ${f.date(now)}, ${f.time(now)}.`,
  move: 'Move it',
  say: (now: Date) => `Here it is ${f.longDate(now)}, ${f.time(now)}.`,
  ahead: (ms: number, real: Date) =>
    ms === 0
      ? 'That is also the real time.'
      : `${f.duration(ms)} ahead of the real time, which is ${f.moment(real)}.`,
  why: 'This workspace is a sandbox: its clock can be moved forward, never back. Waits of campaigns pass as if the time had gone by, and what comes due goes to the sandbox, where nobody is reached.',
  forward: 'Forward by',
  moves: {
    hour: 'An hour',
    tomorrow: 'To tomorrow, 9:00',
    'three-days': 'Three days',
  } satisfies Record<ClockMove, string>,
  to: (at: Date) => `to ${strong(f.moment(at))}`,
  waiting: (n: number) =>
    n === 0
      ? 'Nobody is waiting in a campaign at the moment.'
      : `${f.count(n, { one: 'person waits', other: 'people wait' })} in campaigns; whoever comes due on the way goes on.`,
  readOnly: 'Your seat does not move the clock.',
  live: {
    title: 'This workspace keeps real time',
    why: 'Only the clock of a sandbox can be moved. Messages of a live workspace reach people.',
  },
});
