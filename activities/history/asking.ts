import { ApplicationFailure, asyncLocalStorage } from '@temporalio/activity';
import { sayWaiting } from '#db/history/advance.ts';
import { failHistory } from '#db/history/progress.ts';
import { recordProblem, solveProblems } from '#db/history/problems.ts';
import type { HistoryLook } from '#db/history/look.ts';
import type { Database } from '#db/orm.ts';
import type { HistoryWait } from '#domain/history/run.ts';
import { OpenPhoneError } from '../providers/openphone/error.ts';

export interface Asking {
  look: HistoryLook;
  /** Method and path without ids. */
  request: string;
  /** The provider's id of what is asked for. */
  about: string;
}

/** `failed`: the row says why and nothing goes on. `refused`: this will not be had, all else may. */
export type Asked<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'refused'; status: number | null; code: string }
  | { kind: 'failed' };

/** An answer that cannot be had is passed over after so many tries; an outage never is. */
const triesAtMost = 8;
const unreadable = new Set(['too-large', 'not-json', 'not-a-list', 'not-an-object']);

/**
 * Asks the provider, and writes down what fails. What may succeed later is thrown, for the engine to ask
 * again; the row says meanwhile what is waited for.
 * @param expected statuses that are an answer too, such as 404 where there may be nothing
 */
export async function asking<T>(
  database: Database,
  of: Asking,
  ask: () => Promise<T>,
  expected: readonly number[] = [],
): Promise<Asked<T>> {
  const { look, request, about } = of;
  const { workspaceId, importId } = look;
  const attempt = asyncLocalStorage.getStore()?.info.attempt ?? 1;
  try {
    const value = await ask();
    if (attempt > 1) {
      await database.transaction((em) =>
        solveProblems(em, { workspaceId, importId, request, about }),
      );
    }
    return { kind: 'answer', value };
  } catch (error) {
    if (!(error instanceof OpenPhoneError)) throw error;
    const { status, code } = error;
    if (status !== null && expected.includes(status)) return { kind: 'refused', status, code };
    const fate = fateOf(error, attempt);
    await database.transaction(async (em) => {
      await recordProblem(em, { workspaceId, importId, request, about, status, code });
      await sayWaiting(em, look, fate === 'again' ? waitFor(error) : null);
      if (fate === 'failed') await failHistory(em, look, 'key-refused');
    });
    if (fate === 'failed') return { kind: 'failed' };
    if (fate === 'refused') return { kind: 'refused', status, code };
    throw ApplicationFailure.create({ message: code, type: code });
  }
}

function fateOf({ status, code }: OpenPhoneError, attempt: number): 'failed' | 'refused' | 'again' {
  if (status === 401) return 'failed';
  if (status === 429) return 'again';
  if (unreadable.has(code) || status === 500) return attempt >= triesAtMost ? 'refused' : 'again';
  return status !== null && status < 500 ? 'refused' : 'again';
}

const waitFor = ({ status }: OpenPhoneError): HistoryWait =>
  status === 429 ? 'provider-busy' : 'provider-silent';
