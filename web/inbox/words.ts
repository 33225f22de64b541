import { phoneText } from '#domain/contacts/phone-text.ts';
import { contactName } from '../contacts/name.ts';
import type { SeatedUi } from '../ui.ts';
import type { ListPlace } from './types.ts';

interface Named {
  firstName: string;
  lastName: string;
  company: string;
}

/** The person, else the company, else the number they write from. */
export const personName = (ui: SeatedUi, person: Named, phone: string | null | undefined): string =>
  contactName(ui, person, phone ? phoneText(phone) : null);

export const firstWord = (name: string): string => name.split(' ')[0] ?? name;

/** A time of today, else the day. */
export function shortMoment(ui: SeatedUi, at: Date): string {
  return dayKey(ui, at) === dayKey(ui, ui.now) ? ui.format.time(at) : ui.format.day(at);
}

/** The day of an instant on the reader's calendar, as 2026-11-17. */
export const dayKey = (ui: SeatedUi, at: Date): string => ui.format.inputValue(at).slice(0, 10);

/** What stands in the address, without what goes without saying. */
export const placeQuery = ({ view, q }: ListPlace) => ({
  view: view === 'open' ? undefined : view,
  q: q || undefined,
});

const steps = [86_400_000, 3_600_000, 60_000];

/** A span in one unit, rounded down: how long somebody waits is not told to the second. */
export function roughly(ms: number): number {
  const step = steps.find((one) => ms >= one);
  return step ? Math.floor(ms / step) * step : 0;
}

/** Seconds as a player shows them: 23 -> "0:23", 3723 -> "1:02:03". */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
