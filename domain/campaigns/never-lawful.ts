import type { CampaignWindow, LegalWindow } from '#domain/sending/open-hours.ts';
import { binds, campaignHours, legalHours, nextOpening } from '#domain/sending/window.ts';
import { placesOf, zonesOf, type Whereabouts } from '#domain/sending/whereabouts.ts';

/** People of whom the same is known. */
export type Abroad = Whereabouts & { people: number };

/**
 * How many people no message could ever reach: where they are, the lawful hours never meet the window.
 * @param at any instant, epoch ms: windows repeat weekly
 */
export function neverLawful(
  groups: readonly Abroad[],
  { window, laws, at }: { window: CampaignWindow; laws: readonly LegalWindow[]; at: number },
): number {
  const known = new Map<string, boolean>();
  return groups.reduce((sum, group) => sum + (isNever(group) ? group.people : 0), 0);

  function isNever(group: Abroad): boolean {
    const places = placesOf(group);
    const own = zonesOf(group);
    const zones = own.length > 0 ? own : [window.zone];
    const binding = laws.flatMap((law, index) =>
      places.some((place) => binds(law, place)) ? [index] : [],
    );
    const key = JSON.stringify([binding, zones]); // thousands of people have a few dozen clocks
    const before = known.get(key);
    if (before !== undefined) return before;
    const hours = [campaignHours(window), ...legalHours(laws, places, zones)];
    const isNow = nextOpening(at, hours) === null;
    known.set(key, isNow);
    return isNow;
  }
}
