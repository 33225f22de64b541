/** Chance that depends on what was asked for and on nothing else, so that nothing needs to be kept. */
export interface Draw {
  /** A fraction from 0 up to, but without, 1. */
  fraction: () => number;
  /** A whole number from 0 up to, but without, `limit`. */
  below: (limit: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
}

/** A number of 32 bits out of whole numbers; neighbours in come out far apart. */
export function mix(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** The same parts give the same numbers in the same order (mulberry32). */
export function drawFor(...parts: readonly number[]): Draw {
  let state = mix(...parts);
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick: (list) => list[below(list.length)]!,
  };
}

/** What a draw is about, so that draws with the same indices do not agree. */
export const ABOUT = {
  id: 1,
  number: 2,
  person: 3,
  conversation: 4,
  exchange: 5,
  message: 6,
  call: 7,
  recording: 8,
  voicemail: 9,
  summary: 10,
  transcript: 11,
  contact: 12,
} as const;
