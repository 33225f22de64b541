import { lookAtCall, lookAtImport, type CursorKind } from '#db/history/look.ts';
import { enterPhase, finishHistory, nextCalls, nextOpen } from '#db/history/progress.ts';
import { beginProof, beginRepair } from '#db/history/proof.ts';
import type { HistoryPhase } from '#domain/history/run.ts';
import type {
  HistoryActivities,
  HistoryBegun,
  OfImport,
  Readable,
  ToRead,
} from '#workflows/history/activities.ts';
import { alive } from '../alive.ts';
import type { HistoryWorld } from './account.ts';
import { readFirmOf } from './firm.ts';
import { historyGates, stopped } from './gates.ts';
import { proveConversationOf, proveNumberOf } from './prove.ts';
import { readCallParts } from './read-call.ts';
import { readConversationPage } from './read-conversation.ts';
import { readNumberPage } from './read-number.ts';

/** What the workflow of history asks of the world. */
export function createHistoryActivities(world: HistoryWorld): HistoryActivities {
  const { database } = world;
  const { withNumber, withConversation, whileRunning, onLook } = historyGates(world);

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
    openProof: ({ importId }) => onLook(importId, beginProof),
    proveNumber: (input) => withNumber(input, 'proof-number', proveNumberOf),
    proveConversation: (input) =>
      withConversation(input, 'proof-conversation', proveConversationOf),
    openRepair: ({ importId }) => onLook(importId, beginRepair),
    completeHistory: ({ importId }) => onLook(importId, finishHistory),
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

  async function nextToRead(
    input: OfImport & { what: Readable; repair: boolean },
  ): Promise<ToRead> {
    const { importId, what } = input;
    return database.transaction(async (em) => {
      const look = await lookAtImport(em, importId);
      if (look?.state !== 'running') return { kind: 'stopped' };
      const kind = kinds[what];
      const ids = kind ? await nextOpen(em, look, kind) : await nextCalls(em, look);
      if (ids.length > 0 && !input.repair) await enterPhase(em, look, phases[what]);
      return { kind: 'batch', ids };
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
