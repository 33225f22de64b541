import type { Place } from './open-hours.ts';

/** What number and contact say of where a person is. */
export interface Whereabouts {
  number: { country: string | null; region: string | null; zones: readonly string[] };
  contact: { country: string | null; region: string | null; zone: string | null } | null;
}

/** The country of the number, else of the contact, with every state that either names: the law of each holds. */
export function placesOf({ number, contact }: Whereabouts): readonly [Place, ...Place[]] {
  const country = number.country ?? contact?.country ?? 'US';
  const [state = null, ...others] = new Set([number.region, contact?.region].filter(isNamed));
  return [{ country, state }, ...others.map((other) => ({ country, state: other }))];
}

/** The contact's own clock where it is known, else all that the number may have; none where nothing is known. */
export function zonesOf({ number, contact }: Whereabouts): readonly string[] {
  return contact?.zone ? [contact.zone] : number.zones;
}

const isNamed = (state: string | null | undefined): state is string => Boolean(state);
