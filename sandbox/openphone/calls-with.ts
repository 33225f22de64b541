import type { World } from '../state/world.ts';
import type { CallRecord } from './records.ts';

/** The calls that were played with this person, oldest first. */
export function callsWith(world: World, number: string): CallRecord[] {
  return [...world.openphone.values()]
    .flatMap((workspace) => [...workspace.live.calls.values()].map((played) => played.call))
    .filter((call) => call.participant === number);
}
