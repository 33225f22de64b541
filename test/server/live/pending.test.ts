import { expect, test } from 'vitest';
import type { LiveEvent } from '#db/live-events.ts';
import { COALESCE_MS, createPending } from '#server/live/pending.ts';

const news = (id: number, refId: string): LiveEvent => ({
  id,
  refId,
  workspaceId: 'w',
  topic: 'conversation',
  kind: 'in',
});

test('the first news of a thing goes at once; what follows goes together, a moment later', () => {
  const pending = createPending('c0');
  pending.add([news(1, 'ruth')], 'c1');
  expect(pending.ready(1000)).toHaveLength(1);
  pending.add([news(2, 'ruth')], 'c2');
  pending.add([news(3, 'ruth'), news(4, 'noor')], 'c3');
  expect(pending.ready(1010).map(({ id }) => id)).toEqual([4]);
  expect(pending.nextAt()).toBe(1000 + COALESCE_MS);
  expect(pending.ready(1000 + COALESCE_MS).map(({ id }) => id)).toEqual([3]);
  expect(pending.nextAt()).toBeNull();
});

test('who comes back begins before the oldest news that was not told', () => {
  const pending = createPending('c0');
  pending.add([news(1, 'ruth')], 'c1');
  pending.ready(1000);
  expect(pending.safeCursor()).toBe('c1');
  pending.add([news(2, 'ruth')], 'c2');
  pending.add([news(3, 'ruth'), news(4, 'noor')], 'c3');
  pending.ready(1010);
  expect(pending.safeCursor()).toBe('c1');
  pending.ready(2000);
  expect(pending.safeCursor()).toBe('c3');
});
