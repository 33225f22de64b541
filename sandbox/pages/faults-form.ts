import { type FaultSettings, noFaults } from '../faults/settings.ts';
import { FAULT_SWITCHES } from './fault-switches.ts';

/** The settings that a posted panel asks for; what is out of bounds is brought back into them. */
export function settingsFrom(form: URLSearchParams, current: FaultSettings): FaultSettings {
  const on = FAULT_SWITCHES.filter(({ key }) => form.has(key));
  const asked = on.map(({ key, amount, write, read }) => {
    // A burst of another kind, set by HTTP, stays as it is while its switch is left alone.
    if (key === 'tooMany' && current.tooMany && !('requests' in current.tooMany) && read(current)) {
      return { tooMany: current.tooMany };
    }
    const typed = Number(form.get(`${key}.amount`) || Number.NaN);
    const value = Number.isFinite(typed) && typed > 0 ? typed : (amount?.usual ?? 0);
    return write(Math.min(value, amount?.most ?? value), form.get(`${key}.choice`) ?? '');
  });
  return Object.assign({}, noFaults, { seed: current.seed }, ...asked) as FaultSettings;
}
