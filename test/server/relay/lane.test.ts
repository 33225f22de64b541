import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { createLane, type Lane } from '#server/relay/lane.ts';

const slots = 3;
let lane: Lane | undefined;
afterEach(() => lane?.stop());

/** A lane at rest that counts how often it looks and how many work at once. */
async function restingLane() {
  const seen = { heap: 0, looks: 0, atOnce: 0, most: 0 };
  lane = createLane({ name: 'test', slots, work, log: pino({ level: 'silent' }) });
  await vi.waitFor(() => expect(seen).toMatchObject({ looks: slots, atOnce: 0 }));
  return { lane, seen };

  async function work(): Promise<boolean> {
    seen.looks += 1;
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    const found = seen.heap > 0;
    if (found) seen.heap -= 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.atOnce -= 1;
    return found;
  }
}

test('for one piece of work one slot looks, and looks once more', async () => {
  const { lane, seen } = await restingLane();
  seen.heap = 1;
  lane.wake();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toMatchObject({ heap: 0, looks: slots + 2 });
});

test('at a heap all slots work', async () => {
  const { lane, seen } = await restingLane();
  seen.most = 0;
  seen.heap = 30;
  lane.wake();
  await vi.waitFor(() => expect(seen.heap).toBe(0));
  expect(seen.most).toBe(slots);
});

test('a word that comes while all look in vain is heard', async () => {
  const { lane, seen } = await restingLane();
  for (let slot = 0; slot < slots; slot++) lane.wake();
  await vi.waitFor(() => expect(seen.atOnce).toBe(slots), { interval: 1 });
  seen.heap = 1;
  lane.wake();
  await vi.waitFor(() => expect(seen.heap).toBe(0), { timeout: 500 });
});
