import { failpoint } from '#db/process/failpoint.ts';
import { claimMessage, ownedIds, recordLook, recordUnconfirmed } from '#db/sending/proof.ts';
import { recordNotTaken } from '#db/sending/record-not-taken.ts';
import type { SendRow } from '#db/sending/send-facts.ts';
import { lockSend } from '#db/sending/step-send.ts';
import { reconcile, type Reconciliation } from '#domain/sending/reconcile.ts';
import type { ListedMessage } from '../providers/provider.ts';
import type { World } from '../world.ts';
import { again } from './again.ts';

const askAgainMs = 20_000;

/**
 * A call was begun and its answer never came. After its deadline the provider is asked what it has
 * from that number to that person; the oldest message that no send owns is ours.
 * @returns the provider's id of the message; null where nothing proves it and a person decides
 * @throws to look again later, or to try once more
 */
export async function findProof(world: World, row: SendRow): Promise<string | null> {
  const { send, address } = row;
  const sender = row.senders.find(({ id }) => id === send.senderId);
  if (!sender || !send.callStartedAt || !send.callDeadlineAt) {
    throw new Error('A call that was begun has a sender and a deadline.');
  }
  const waitMs = Date.parse(send.callDeadlineAt) - Date.now();
  if (waitMs > 0) throw again('no-answer', waitMs);
  const provider = await world.provider(sender.accountId);
  const since = new Date(send.callStartedAt);
  const listed = await provider
    .list({ from: sender.value, to: address.value, since })
    .catch(() => Promise.reject(again('provider-down', askAgainMs)));
  const found = await judge(world, row, sender.accountId, listed);
  switch (found.kind) {
    case 'claim':
      failpoint('proof.claimed');
      return found.id;
    case 'look-again':
      throw again('no-proof', found.at - Date.now());
    case 'unclear':
      return null;
    case 'not-taken':
      throw again('not-taken', 0);
  }
}

/** Under the lock of the address, so that two sends to one person never claim one message. */
async function judge(
  { database }: World,
  row: SendRow,
  accountId: string,
  listed: readonly ListedMessage[],
): Promise<Reconciliation> {
  const { id, body: text, callStartedAt, callDeadlineAt, lookedAt } = row.send;
  return database.transaction(async (em) => {
    await lockSend(em, id);
    const owned = await ownedIds(em, accountId, { ids: listed.map((m) => m.providerId), but: id });
    const result = reconcile(
      {
        calledAt: Date.parse(callStartedAt ?? ''),
        deadlineAt: Date.parse(callDeadlineAt ?? ''),
        emptyLookAt: lookedAt ? Date.parse(lookedAt) : null,
        listed: listed.map(({ providerId, createdAt, body }) => ({
          id: providerId,
          createdAt: createdAt.getTime(),
          owned: owned.has(providerId),
          same: body === undefined ? null : plain(body) === plain(text ?? ''),
        })),
      },
      Date.now(),
    );
    if (result.kind === 'claim') await claimMessage(em, id, result.id);
    if (result.kind === 'look-again') await recordLook(em, row);
    if (result.kind === 'unclear') await recordUnconfirmed(em, row);
    if (result.kind === 'not-taken') await recordNotTaken(em, row, 'not-taken');
    return result;
  });
}

/** Blanks are nobody's words. */
const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
