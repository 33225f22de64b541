import type { Format } from '../format.ts';

const units = {
  minutes: { one: 'minute', other: 'minutes' },
  hours: { one: 'hour', other: 'hours' },
  days: { one: 'day', other: 'days' },
};

export const sequences = (f: Format) => ({
  title: 'Sequences',
  wait: (amount: number, unit: keyof typeof units) => `wait ${f.count(amount, units[unit])}`,
  waitUntil: (time: string) => `wait until ${time} of their day`,
  waitUntilOn: (time: string, days: string) => `wait until ${time} of their day, on ${days}`,
});
