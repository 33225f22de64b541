/**
 * Numbers from 0 to 1 that depend on the seed, the kind of question and how often it was asked, so
 * that switching one fault on does not move the others.
 */
export function createDice(seed: number): (kind: string) => number {
  const asked = new Map<string, number>();
  return (kind) => {
    const turn = asked.get(kind) ?? 0;
    asked.set(kind, turn + 1);
    return spread(`${seed}/${kind}/${turn}`);
  };
}

/** FNV-1a, then the finishing mix of MurmurHash3: neighbours in come out far apart. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
