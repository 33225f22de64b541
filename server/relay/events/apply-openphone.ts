import { applyCall, applyParts } from '#db/events/apply-call.ts';
import { applyOutgoing } from '#db/events/apply-outgoing.ts';
import { applyReceived } from '#db/events/apply-received.ts';
import { applied, type Applied, type StoredEvent } from '#db/events/stored-event.ts';
import type { Db } from '#db/orm.ts';
import { readWebhook } from '#domain/openphone/webhook.ts';

/** A webhook of either family of OpenPhone's. */
export async function applyOpenPhone(em: Db, event: StoredEvent): Promise<Applied> {
  const { said } = readWebhook(event.body);
  switch (said.kind) {
    case 'message':
      return applyReceived(em, event, said.message);
    case 'status':
      return applyOutgoing(em, event, said);
    case 'call':
      return applyCall(em, event, said);
    case 'parts':
      return applyParts(em, event, said.parts);
    case 'directory':
    case 'ignored':
      return applied;
    case 'malformed':
      return { kind: 'dead', reason: said.code };
  }
}
