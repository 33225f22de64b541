import {
  clockOffsetMs,
  forgetMoves,
  latestMove,
  othersWaiting,
  walkingAfter,
} from '#db/outbox/clock.ts';
import { signalNames, workflowIds } from '#domain/names.ts';
import type { DeliverDeps } from './deliver.ts';

const atOnce = 20;
const page = 500;

/**
 * The clock of a sandbox workspace was moved. Campaigns and held messages only count their waits anew, so
 * they are told first. The engine keeps a clock for each walk, which began at the workspace's offset of
 * that day: each is brought to the same instant as the workspace, however often it was moved since.
 * Repeating it finds the clocks right.
 * @returns `walks-busy` where some are in the middle of a call: they do not move, and stop nobody who can
 * @throws where the engine could not be asked for one, after all others were
 */
export async function moveClocks(
  deps: DeliverDeps,
  workspaceId: string,
): Promise<'moved' | 'walks-busy'> {
  const { database, engine } = deps;
  const move = await latestMove(database.fork(), workspaceId);
  const { campaignIds, sendIds } = await othersWaiting(database.fork(), workspaceId);
  const others = [...campaignIds.map(workflowIds.campaign), ...sendIds.map(workflowIds.send)];
  await eachOf(others, async (workflowId) => {
    await engine.signal({ workflowId, name: signalNames.woken });
  });
  const offsetMs = await clockOffsetMs(database.fork(), workspaceId);
  const left: unknown[] = [];
  let busy = 0;
  for (let after: string | null = null; ;) {
    const walks = await walkingAfter(database.fork(), { workspaceId, after, limit: page });
    await eachOf(walks, async ({ id, startedWithMs }) => {
      const instant = Date.now() + offsetMs - startedWithMs;
      const forwarding = engine.forwardTo(workflowIds.membership(id), instant);
      const forwarded = await forwarding.catch((error: unknown) => void left.push(error));
      if (forwarded === 'busy') busy += 1;
    });
    after = walks.at(-1)?.id ?? null;
    if (after === null) break;
  }
  if (left.length > 0) throw left[0];
  if (busy > 0) return 'walks-busy';
  await database.transaction((em) => forgetMoves(em, workspaceId, move));
  return 'moved';
}

/** A few at once; one that fails fails the whole, after the others in hand have ended. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const hands = Array.from({ length: atOnce }, async () => {
    for (const item of queue) await work(item);
  });
  const failed = (await Promise.allSettled(hands)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
