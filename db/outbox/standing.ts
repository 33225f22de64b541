import { isFinal, mayBeTaken, type SendState } from '#domain/sending/states.ts';
import type { OutboxKind } from '../outbox.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/**
 * Whether the row says that its workflow has nothing to wait for: not started yet, or over.
 * An engine that does not know a workflow proves nothing by itself (decision 014).
 */
export async function needsNoWorkflow(em: Db, kind: OutboxKind, key: string): Promise<boolean> {
  switch (kind) {
    case 'membership.wake':
    case 'membership.ended':
      return (await stateOf(em, 'membership', key)) !== 'walking';
    case 'campaign.wake':
      return isOneOf(await stateOf(em, 'campaign', key), ['draft', 'stopped', 'complete']);
    case 'send.wake': {
      const state = (await stateOf(em, 'send', key)) as SendState | null;
      return state === null || isFinal(state) || mayBeTaken(state);
    }
    case 'campaign.start':
    case 'send.start':
    case 'attachment.fetch':
    case 'account.check':
    case 'import.start':
    case 'import.wake':
    case 'history.wake':
    case 'history.schedules':
    case 'openphone.fetch':
    case 'file.unneeded':
    case 'clock.moved':
      return false;
  }
}

/** Null where the row is gone: then nothing waits for it either. */
async function stateOf(em: Db, table: string, id: string): Promise<string | null> {
  const row = await firstRow<{ state: string }>(
    em,
    sql`select state from ${sql.table(table)} where id = ${id}`,
  );
  return row?.state ?? null;
}

const isOneOf = (state: string | null, states: readonly string[]): boolean =>
  state === null || states.includes(state);
