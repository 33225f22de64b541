import type { WaitStep, WaitUntilStep } from '#domain/sequences/step.ts';
import type { Ui } from '../ui.ts';

/** How long a wait lasts, in words. */
export function stepLength(ui: Ui, step: WaitStep | WaitUntilStep): string {
  const t = ui.t.sequences;
  if (step.kind === 'wait') return t.wait(step.amount, step.unit);
  const time = `${padded(step.hour)}:${padded(step.minute)}`;
  if (!step.days?.length) return t.waitUntil(time);
  return t.waitUntilOn(time, daysInWords(ui, step.days));
}

function daysInWords(ui: Ui, days: readonly number[]): string {
  if (days.join('') === '12345') return ui.t.sequences.workdays;
  const width = days.length > 2 ? 'short' : 'long';
  return ui.format.list(days.map((day) => weekdayName(ui, day, width)));
}

/** The name of an ISO weekday in the reader's language. */
export const weekdayName = (ui: Ui, day: number, width: 'long' | 'short'): string =>
  ui.format.weekday(day, width);

const padded = (n: number) => String(n).padStart(2, '0');
