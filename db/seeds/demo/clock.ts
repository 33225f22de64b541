import { v7 } from 'uuid';
import { workingMorning } from '#domain/clock/moves.ts';
import { moveClock } from '../../clock-moves.ts';
import { workspaceNow } from '../../clock.ts';
import type { Db } from '../../orm.ts';

/** Moves the demo forward to a working morning, by the same order as a person's, unless it is one already. */
export async function moveToMorning(
  em: Db,
  { workspaceId, zone }: { workspaceId: string; zone: string },
): Promise<void> {
  const now = (await workspaceNow(em, workspaceId)).getTime();
  const ms = workingMorning(now, zone) - now;
  if (ms > 0) await moveClock(em, { orderId: v7(), workspaceId, userId: null, ms });
}
