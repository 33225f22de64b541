import { webhookAccountById } from '#db/events/account.ts';
import { lockQuarantined, removeQuarantined } from '#db/events/replay.ts';
import { takeIn } from '#db/events/take-in.ts';
import type { Db } from '#db/orm.ts';
import { opened } from './accounts.ts';
import { queryOf } from './provider.ts';
import { providerNamed } from './providers.ts';
import { without } from './receive.ts';

export type LetIn = 'let-in' | 'still-unsigned' | 'gone';

/**
 * Checks a quarantined webhook once more, with the keys that its account has now, and takes it in
 * where it fits. Nobody can let in what nobody has signed; how old it was then counts no more.
 */
export async function replayQuarantined(
  em: Db,
  { workspaceId, id, secret }: { workspaceId: string; id: string; secret: string },
): Promise<LetIn> {
  const event = await lockQuarantined(em, { workspaceId, id });
  if (!event) return 'gone';
  const account = await webhookAccountById(em, { workspaceId, id: event.providerAccountId });
  if (!account) return 'gone';
  const { url, headers, body, receivedAt } = event;
  const provider = providerNamed(event.provider);
  const request = { url, headers, body, at: receivedAt.getTime(), toleranceMs: Infinity };
  if (provider.judge(opened(secret, account), request) !== 'signed') return 'still-unsigned';
  const kept = without(headers, provider.proofs);
  const kind = provider.kindOf(event);
  await takeIn(em, provider.read({ account, kind, query: queryOf(url), headers: kept, body }));
  await removeQuarantined(em, { workspaceId, id });
  return 'let-in';
}
