import { ApplicationFailure } from '@temporalio/activity';
import type { LastActivity } from '#db/sync/watch.ts';
import type { PastConversation } from '#domain/history/exchange.ts';
import type { OpenPhone, Page } from '../providers/openphone/client.ts';
import { OpenPhoneError } from '../providers/openphone/error.ts';

/** More than this moves in no ten minutes; an import finds the rest. */
const pagesAtMost = 20;

/**
 * The last activity of every conversation that moved since.
 * @returns null where the key is refused @throws a code, to be asked again
 */
export async function movedSince(client: OpenPhone, since: Date): Promise<LastActivity[] | null> {
  const moved: LastActivity[] = [];
  let token: string | null = null;
  for (let pages = 0; pages < pagesAtMost; pages += 1) {
    const page: Page<PastConversation> | null = await pageOf(client, since, token);
    if (!page) return null;
    moved.push(...page.items.flatMap(lastOf));
    if (page.next === null || page.next === token) break;
    token = page.next;
  }
  return moved;
}

async function pageOf(
  client: OpenPhone,
  since: Date,
  token: string | null,
): Promise<Page<PastConversation> | null> {
  try {
    return await client.conversations({ updatedAfter: since.toISOString(), token });
  } catch (error) {
    if (!(error instanceof OpenPhoneError)) throw error;
    if (error.status === 401) return null;
    throw ApplicationFailure.create({ message: error.code, type: error.code });
  }
}

const lastOf = ({ lastActivityId: id, lastActivityAt: at }: PastConversation): LastActivity[] =>
  id && at ? [{ id, at }] : [];
