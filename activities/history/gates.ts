import {
  lookAtConversation,
  lookAtImport,
  lookAtNumber,
  type CursorKind,
  type HistoryLook,
} from '#db/history/look.ts';
import { failHistory } from '#db/history/progress.ts';
import type { Db } from '#db/orm.ts';
import type { OfImport, Read } from '#workflows/history/activities.ts';
import { alive } from '../alive.ts';
import type { OpenPhone } from '../providers/openphone/client.ts';
import { historyClients, type HistoryWorld } from './account.ts';
import type { readConversationPage } from './read-conversation.ts';
import type { readNumberPage } from './read-number.ts';

/** Nothing was asked: the row says otherwise. */
export const stopped: Read = { kind: 'stopped' };

type OfRow = OfImport & { id: string };

/** The look at the row that comes before every page, and the client that the page is asked with. */
export function historyGates(world: HistoryWorld) {
  const { database } = world;
  const clients = historyClients(world);
  return { withNumber, withConversation, whileRunning, onLook };

  function withNumber(input: OfRow, kind: CursorKind, work: typeof readNumberPage): Promise<Read> {
    return alive(async () => {
      const at = await lookAtNumber(database.fork(), { ...input, kind });
      // It was read by an attempt whose answer was lost.
      if (!at?.cursor.open) return { kind: 'done' };
      return whileRunning(at.look, (client) => work(database, at, client));
    });
  }

  function withConversation(
    input: OfRow,
    kind: CursorKind,
    work: typeof readConversationPage,
  ): Promise<Read> {
    return alive(async () => {
      const at = await lookAtConversation(database.fork(), { ...input, kind });
      if (!at?.cursor.open) return { kind: 'done' };
      return whileRunning(at.look, (client) => work(database, at, client));
    });
  }

  async function whileRunning(
    look: HistoryLook,
    work: (client: OpenPhone) => Promise<Read>,
  ): Promise<Read> {
    if (look.state !== 'running') return stopped;
    const client = await clients(look);
    if (typeof client !== 'string') return work(client);
    await database.transaction((em) => failHistory(em, look, client));
    return stopped;
  }

  async function onLook(
    importId: string,
    work: (em: Db, look: HistoryLook) => Promise<void>,
  ): Promise<void> {
    await database.transaction(async (em) => {
      const look = await lookAtImport(em, importId);
      if (look?.state === 'running') await work(em, look);
    });
  }
}
