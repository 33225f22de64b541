import type { Applied, StoredEvent } from '#db/events/stored-event.ts';
import type { Db } from '#db/orm.ts';
import { applyOpenPhone } from './apply-openphone.ts';
import { applyTwilio } from './apply-twilio.ts';

/** Reads what was stored and applies it. */
export function applyEvent(em: Db, event: StoredEvent): Promise<Applied> {
  return event.provider === 'openphone' ? applyOpenPhone(em, event) : applyTwilio(em, event);
}
