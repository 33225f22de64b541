import type { WaitStep, WaitUntilStep } from '#domain/sequences/step.ts';
import type { Ui } from '../ui.ts';

/** How long a wait lasts, in words. */
export function stepLength(ui: Ui, step: WaitStep | WaitUntilStep): string {
  const t = ui.t.sequences;
  if (step.kind === 'wait') return t.wait(step.amount, step.unit);
  const time = `${padded(step.hour)}:${padded(step.minute)}`;
  return step.days?.length ? t.waitUntilOn(time, weekdays(ui, step.days)) : t.waitUntil(time);
}

/** Names of ISO weekdays in the reader's language; 2024 began on a Monday. */
function weekdays(ui: Ui, days: readonly number[]): string {
  const locale = ui.locale === 'xx' ? 'en-US' : ui.locale;
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return ui.format.list(days.map((day) => name.format(new Date(Date.UTC(2024, 0, day)))));
}

const padded = (n: number) => String(n).padStart(2, '0');
