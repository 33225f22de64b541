import { applyMessage } from '#db/events/apply-message.ts';
import { applyStatus } from '#db/events/apply-status.ts';
import type { Applied, StoredEvent } from '#db/events/stored-event.ts';
import type { Db } from '#db/orm.ts';
import { readForm } from '#domain/twilio/form.ts';
import { readMessage } from '#domain/twilio/message.ts';
import { readStatus } from '#domain/twilio/status.ts';

/** A form of Twilio's: what a person wrote, or how far a message of ours came. */
export async function applyTwilio(em: Db, event: StoredEvent): Promise<Applied> {
  const form = readForm(event.body);
  if (event.kind === 'message') {
    const read = readMessage(form, event.accountExternalId);
    if (read.kind === 'malformed') return { kind: 'dead', reason: read.reason };
    return applyMessage(em, event, read.value);
  }
  const read = readStatus(form, event.accountExternalId, event.query);
  if (read.kind === 'malformed') return { kind: 'dead', reason: read.reason };
  return applyStatus(em, event, read.value);
}
