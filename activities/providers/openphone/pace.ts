import { setTimeout as sleep } from 'node:timers/promises';
import { requestsPerSecond, reserveRequests } from '#db/history/reserve-requests.ts';
import type { Database } from '#db/orm.ts';

/** A turn that is missed by more goes by: taken late, it would fall together with the next. */
const lateMs = 25;
/** A machine that is always late asks all the same. */
const missedAtMost = 4;

/** So many wait before this request that nobody can wait for its turn. */
export class TooManyWait extends Error {
  /** Until there would have been one. */
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('OpenPhone: too many requests wait');
    this.waitMs = waitMs;
  }
}

export interface PacedAccount {
  workspaceId: string;
  accountId: string;
}

export interface Paces {
  /**
   * Waits for a turn among all requests of an account: for what is sent or asked at this moment.
   * @throws TooManyWait where it would come later than `withinMs`
   */
  all: (account: PacedAccount, withinMs?: number) => Promise<void>;
  /** Waits for a turn of an import, which may ask so often in a second. */
  history: (account: PacedAccount, perSecond: number) => Promise<void>;
}

/** Turns for requests of this process; the database hands them out to all processes. */
export function requestPaces(database: Database): Paces {
  /** Turns of imports that are reserved, on this process's clock, by account. */
  const reserved = new Map<string, Promise<number[]>>();

  return {
    all: async (account, withinMs) => {
      const { taken, inMs } = await reserveRequests(database.fork(), {
        ...account,
        count: 1,
        historyPerSecond: null,
        withinMs,
      });
      if (!taken) throw new TooManyWait(inMs);
      await sleep(inMs);
    },
    history: async (account, perSecond) => {
      for (let missed = 0; ; missed += 1) {
        const turn = await nextTurn(account, perSecond);
        await sleep(Math.max(0, turn - performance.now()));
        if (performance.now() - turn <= lateMs || missed >= missedAtMost) return;
      }
    },
  };

  async function nextTurn(account: PacedAccount, perSecond: number): Promise<number> {
    for (;;) {
      const coming = reserved.get(account.accountId) ?? more(account, perSecond);
      const turn = (await coming).shift();
      if (turn !== undefined && turn > performance.now() - lateMs) return turn;
      if (turn === undefined && reserved.get(account.accountId) === coming)
        reserved.delete(account.accountId);
    }
  }

  /** A second's worth, asked for once by all who wait. */
  function more(account: PacedAccount, perSecond: number): Promise<number[]> {
    const count = Math.max(1, Math.floor(Math.min(perSecond, requestsPerSecond)));
    const turns = reserve(account, count, perSecond);
    reserved.set(account.accountId, turns);
    turns.catch(() => reserved.delete(account.accountId));
    return turns;
  }

  async function reserve(
    account: PacedAccount,
    count: number,
    historyPerSecond: number,
  ): Promise<number[]> {
    for (;;) {
      const answer = await reserveRequests(database.fork(), {
        ...account,
        count,
        historyPerSecond,
      });
      const first = performance.now() + answer.inMs;
      if (answer.taken) return Array.from({ length: count }, (_, i) => first + i * answer.gapMs);
      await sleep(answer.inMs);
    }
  }
}

const paces = new WeakMap<Database, Paces>();

/** The turns of a process: one for each database, so that all of its requests wait in one line. */
export function pacesOf(database: Database): Paces {
  const known = paces.get(database) ?? requestPaces(database);
  paces.set(database, known);
  return known;
}
