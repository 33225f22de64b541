import { applyMessage } from '#db/events/apply-message.ts';
import { applyStatus } from '#db/events/apply-status.ts';
import type { Applied, StoredEvent } from '#db/events/stored-event.ts';
import type { Db } from '#db/orm.ts';
import { readForm } from '#server/webhooks/twilio/form.ts';
import { readMessage } from '#server/webhooks/twilio/message.ts';
import { readStatus } from '#server/webhooks/twilio/status.ts';

/** Reads what was stored and applies it. */
export async function applyEvent(em: Db, event: StoredEvent): Promise<Applied> {
  const form = readForm(event.body);
  switch (event.kind) {
    case 'message': {
      const read = readMessage(form, event.accountExternalId);
      if (read.kind === 'malformed') return { kind: 'dead', reason: read.reason };
      return applyMessage(em, event, read.value);
    }
    case 'status': {
      const read = readStatus(form, event.accountExternalId, event.query);
      if (read.kind === 'malformed') return { kind: 'dead', reason: read.reason };
      return applyStatus(em, event, read.value);
    }
  }
}
