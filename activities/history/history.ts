import {
  lookAtCall,
  lookAtConversation,
  lookAtImport,
  lookAtNumber,
  type CursorKind,
  type HistoryLook,
} from '#db/history/look.ts';
import {
  enterPhase,
  failHistory,
  finishHistory,
  nextCalls,
  nextOpen,
} from '#db/history/progress.ts';
import { beginProof, beginRepair } from '#db/history/proof.ts';
import type { HistoryPhase } from '#domain/history/run.ts';
import type {
  HistoryActivities,
  HistoryBegun,
  OfImport,
  Read,
  Readable,
} from '#workflows/history/activities.ts';
import { alive } from '../alive.ts';
import type { OpenPhone } from '../providers/openphone/client.ts';
import { historyAccounts, type HistoryWorld } from './account.ts';
import { readFirmOf } from './firm.ts';
import { proveConversationOf, proveNumberOf } from './prove.ts';
import { readCallParts } from './read-call.ts';
import { readConversationPage } from './read-conversation.ts';
import { readNumberPage } from './read-number.ts';

const stopped: Read = { kind: 'stopped' };

/** What the workflow of history asks of the world. */
export function createHistoryActivities(world: HistoryWorld): HistoryActivities {
  const { database } = world;
  const accounts = historyAccounts(world);

  return {
    beginHistory,
    readFirm: ({ importId }) =>
      alive(async () => {
        const look = await lookAtImport(database.fork(), importId);
        return look ? whileRunning(look, (client) => readFirmOf(database, look, client)) : stopped;
      }),
    nextToRead,
    readNumber: (input) => withNumber(input, 'number', readNumberPage),
    readTail: (input) => withNumber(input, 'tail', readNumberPage),
    readConversation: (input) => withConversation(input, 'conversation', readConversationPage),
    readCall: (input) =>
      alive(async () => {
        const at = await lookAtCall(database.fork(), input);
        if (!at) return { kind: 'done' };
        return whileRunning(at.look, (client) => readCallParts(database, at, client));
      }),
    openProof: ({ importId }) => onLook(importId, (em, look) => beginProof(em, look)),
    proveNumber: (input) => withNumber(input, 'proof-number', proveNumberOf),
    proveConversation: (input) =>
      withConversation(input, 'proof-conversation', proveConversationOf),
    openRepair: ({ importId }) => onLook(importId, (em, look) => beginRepair(em, look)),
    completeHistory: ({ importId }) => onLook(importId, (em, look) => finishHistory(em, look)),
  };

  async function beginHistory({ importId }: OfImport): Promise<HistoryBegun> {
    const look = await lookAtImport(database.fork(), importId);
    if (!look) return { kind: 'over', state: 'cancelled' };
    if (look.state === 'paused') return { kind: 'paused' };
    if (look.state !== 'running') return { kind: 'over', state: look.state };
    const { phase, kind: of } = look;
    const from = phase === 'proof' || phase === 'repair' ? phase : 'walk';
    return { kind: 'go', from, of };
  }

  async function nextToRead(input: OfImport & { what: Readable; repair: boolean }) {
    const { importId, what } = input;
    return database.transaction(async (em) => {
      const look = await lookAtImport(em, importId);
      if (look?.state !== 'running') return { kind: 'stopped' as const };
      const kind = kinds[what];
      const ids = kind ? await nextOpen(em, look, kind) : await nextCalls(em, look);
      if (ids.length > 0 && !input.repair) await enterPhase(em, look, phases[what]);
      return { kind: 'batch' as const, ids };
    });
  }

  function withNumber(
    input: OfImport & { id: string },
    kind: CursorKind,
    work: typeof readNumberPage,
  ): Promise<Read> {
    return alive(async () => {
      const at = await lookAtNumber(database.fork(), { ...input, kind });
      // It was read by an attempt whose answer was lost.
      if (!at?.cursor.open) return { kind: 'done' };
      return whileRunning(at.look, (client) => work(database, at, client));
    });
  }

  function withConversation(
    input: OfImport & { id: string },
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
    const client = await accounts(look);
    if (typeof client !== 'string') return work(client);
    await database.transaction((em) => failHistory(em, look, client));
    return stopped;
  }

  async function onLook(
    importId: string,
    work: (em: Parameters<typeof lookAtImport>[0], look: HistoryLook) => Promise<void>,
  ): Promise<void> {
    await database.transaction(async (em) => {
      const look = await lookAtImport(em, importId);
      if (look?.state === 'running') await work(em, look);
    });
  }
}

const kinds: Readonly<Record<Exclude<Readable, 'calls'>, CursorKind>> & { calls?: undefined } = {
  numbers: 'number',
  tail: 'tail',
  conversations: 'conversation',
  'proof-numbers': 'proof-number',
  'proof-conversations': 'proof-conversation',
};

const phases: Readonly<Record<Readable, HistoryPhase>> = {
  numbers: 'conversations',
  tail: 'conversations',
  conversations: 'exchange',
  calls: 'parts',
  'proof-numbers': 'proof',
  'proof-conversations': 'proof',
};
