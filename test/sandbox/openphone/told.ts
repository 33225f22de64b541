import { expect, vi } from 'vitest';
import type { Posted } from '../running.ts';

/** A webhook as it came, of either family. */
export type Told = {
  readonly id: string;
  readonly type: string;
  readonly apiVersion: string;
  readonly data: {
    readonly object?: Fields;
    readonly resource?: Fields;
    readonly context?: Fields;
  };
  readonly posted: Posted;
};

type Fields = { readonly [field: string]: unknown };

/** What was posted so far, oldest first. */
export function toldTo(posted: readonly Posted[], family: 'v1' | 'dated'): Told[] {
  const header = family === 'v1' ? 'openphone-signature' : 'webhook-signature';
  return posted
    .filter((one) => header in one.headers)
    .map((one) => ({ ...(JSON.parse(one.raw) as Omit<Told, 'posted'>), posted: one }));
}

/** Waits until these types came, in any order, and gives them in this order. */
export function waitForTypes(
  posted: readonly Posted[],
  family: 'v1' | 'dated',
  types: readonly string[],
): Promise<Told[]> {
  return vi.waitFor(
    () => {
      const told = toldTo(posted, family);
      expect(told.map((one) => one.type).toSorted(compare)).toEqual(types.toSorted(compare));
      return types.map((type) => told.find((one) => one.type === type)!);
    },
    { timeout: 5_000 },
  );
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}
