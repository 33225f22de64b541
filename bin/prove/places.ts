import { failpoints, type Failpoint } from '#db/process/failpoint.ts';
import type { PartName } from '#test/support/product.ts';

export type Killable = 'worker' | 'relay' | 'web' | 'workflow-worker';

/** After acceptance, with the answer withheld: the sandbox says when, so no marker is needed. */
export const withheld = 'answer withheld';
export const atRandom = 'at random';

/** Who stands at which place. */
export const places: Record<Killable, readonly string[]> = {
  worker: [
    'send.gated',
    withheld,
    'send.answered',
    'send.recorded',
    'proof.claimed',
    'launch.enrolling',
    'launch.enrolled',
    'release.taken',
    'release.started',
    'import.writing',
    'import.written',
  ],
  relay: ['event.applying', 'event.applied', 'outbox.delivered', atRandom],
  web: ['order.recorded', 'order.done', 'event.stored', atRandom],
  'workflow-worker': [atRandom],
};
export const servers: PartName[] = ['postgres', 'temporal'];

export const allPlaces: readonly { part: PartName; place: string }[] = [
  ...Object.entries(places).flatMap(([part, names]) =>
    names.map((place) => ({ part: part as PartName, place })),
  ),
  ...servers.map((part) => ({ part, place: atRandom })),
];

/**
 * Passed for the most part at the beginning: armed before all others, and again as soon as the process
 * is back.
 */
export const ofLaunch: Failpoint[] = [
  'launch.enrolling',
  'launch.enrolled',
  'release.taken',
  'release.started',
];
export const ofList: Failpoint[] = ['import.writing', 'import.written'];

/** Passed a few times in a story: armed until it is struck. */
export const seldom = new Set<string>([
  withheld,
  ...ofLaunch,
  ...ofList,
  'proof.claimed',
  'order.recorded',
  'order.done',
] satisfies (Failpoint | typeof withheld)[]);

/** What is done there, of which a place is a moment: `release` of `release.taken`. */
export const workOf = (place: string): string => place.split('.')[0] ?? place;

/** Every marker of the product is a place here; one that is not would never be struck. */
const isStruck = (name: Failpoint): boolean => allPlaces.some(({ place }) => place === name);
export const unstruck = (): Failpoint[] => failpoints.filter((name) => !isStruck(name));
