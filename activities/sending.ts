import { lockSend } from '#db/sending/step-send.ts';
import type { SendActivities, SendResult } from '#workflows/sending/activities.ts';
import { deliver } from './sending/deliver.ts';
import type { World } from './world.ts';

/** One message on its own; it has no walk to move on. */
export function createSendActivities(world: World): SendActivities {
  return { deliverSend };

  async function deliverSend({ sendId }: { sendId: string }): Promise<SendResult> {
    const delivery = await deliver(
      world,
      (em) => lockSend(em, sendId),
      async () => undefined,
    );
    switch (delivery.kind) {
      case 'sent':
        return { kind: 'done', state: 'accepted' };
      case 'held':
        return { kind: 'waiting', waitMs: delivery.until - delivery.now, why: delivery.why };
      case 'parked':
        return { kind: 'waiting', waitMs: null, why: delivery.why };
      case 'over':
        return { kind: 'done', state: delivery.ending };
      case 'failed':
        return { kind: 'done', state: delivery.code };
    }
  }
}
