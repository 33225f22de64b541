import type { BlobStore } from '#db/blobs.ts';
import { removeUnneeded } from '#db/blobs/keep.ts';
import { needsNoWorkflow } from '#db/outbox/standing.ts';
import type { Claimed } from '#db/outbox/claim.ts';
import type { Database } from '#db/orm.ts';
import { signalNames, workflowIds, workflowTypes } from '#domain/names.ts';
import type { Engine, WorkflowToStart } from '#server/engine.ts';
import { keepSchedules } from './keep-schedules.ts';
import { moveClocks } from './move-clocks.ts';

export interface DeliverDeps {
  database: Database;
  engine: Engine;
  blobs: BlobStore;
}

/** Done, or why it has to be tried again; without a pause of its own, later each time. */
export type Delivered = { kind: 'done' } | { kind: 'again'; why: string; pauseMs?: number };

const done: Delivered = { kind: 'done' };
/** Walks that are in the middle of a call are so for seconds. */
const busyPauseMs = 1000;

/**
 * Does what one row of the outbox asks: starts a workflow, or tells one that there is news; takes a file away.
 * Every kind bears repetition. @throws where the engine or the store cannot be reached
 */
export async function deliver(deps: DeliverDeps, row: Claimed): Promise<Delivered> {
  const { engine } = deps;
  const { kind, key } = row;
  switch (kind) {
    case 'campaign.start':
    case 'send.start':
    case 'attachment.fetch':
    case 'account.check':
      await engine.start(workflowOf(row));
      return done;
    case 'import.start':
    case 'import.wake':
    case 'history.wake':
    case 'openphone.fetch':
      // An import runs again under its id, once for each look that a person asks for. Also when its row
      // is over: cancelled while it paused, the workflow still waits for that word.
      await engine.wakeOrStart(workflowOf(row));
      return done;
    case 'campaign.wake':
      return signal(deps, row, workflowIds.campaign(key));
    case 'send.wake':
      return signal(deps, row, workflowIds.send(key));
    case 'membership.wake':
    case 'membership.ended':
      return signal(deps, row, workflowIds.membership(key));
    case 'history.schedules':
      await keepSchedules(deps, row);
      return done;
    case 'file.unneeded':
      await removeUnneeded(deps, key);
      return done;
    case 'clock.moved': {
      const moved = await moveClocks(deps, row.workspaceId);
      return moved === 'moved' ? done : { kind: 'again', why: moved, pauseMs: busyPauseMs };
    }
  }
}

async function signal(
  { database, engine }: DeliverDeps,
  { kind, key, payload }: Claimed,
  workflowId: string,
): Promise<Delivered> {
  const ends = kind === 'membership.ended';
  const said = await engine.signal(
    ends
      ? { workflowId, name: signalNames.ended, payload }
      : { workflowId, name: signalNames.woken },
  );
  if (said === 'signalled' || (await needsNoWorkflow(database.fork(), kind, key))) return done;
  return { kind: 'again', why: 'workflow-not-found' };
}

function workflowOf({ kind, key, workspaceId, payload }: Claimed): WorkflowToStart {
  switch (kind) {
    case 'campaign.start':
      return {
        type: workflowTypes.campaign,
        id: workflowIds.campaign(key),
        input: { campaignId: key },
        workspaceId,
        campaignId: key,
      };
    case 'send.start':
      return {
        type: workflowTypes.send,
        id: workflowIds.send(key),
        input: { sendId: key },
        workspaceId,
      };
    case 'attachment.fetch':
      return {
        type: workflowTypes.attachmentFetch,
        id: workflowIds.attachment(key),
        input: { attachmentId: key },
        workspaceId,
        again: true,
      };
    case 'account.check': {
      const orderId = String(payload['orderId']);
      return {
        type: workflowTypes.accountCheck,
        id: workflowIds.accountCheck(key, orderId),
        input: { accountId: key, orderId },
        workspaceId,
      };
    }
    case 'import.start':
    case 'import.wake':
      return {
        type: workflowTypes.contactImport,
        id: workflowIds.contactImport(key),
        input: { importRunId: key },
        workspaceId,
      };
    case 'history.wake':
    case 'openphone.fetch':
      return ofTelephone({ kind, key, workspaceId });
    case 'campaign.wake':
    case 'send.wake':
    case 'membership.wake':
    case 'membership.ended':
    case 'history.schedules':
    case 'file.unneeded':
    case 'clock.moved':
      throw new Error(`${kind} starts no workflow`);
  }
}

const ofTelephone = ({
  kind,
  key,
  workspaceId,
}: Pick<Claimed, 'key' | 'workspaceId'> & {
  kind: 'history.wake' | 'openphone.fetch';
}): WorkflowToStart =>
  kind === 'history.wake'
    ? {
        type: workflowTypes.openphoneImport,
        id: workflowIds.openphoneImport(key),
        input: { importId: key },
        workspaceId,
      }
    : {
        type: workflowTypes.openphoneFetch,
        id: workflowIds.openphoneFetch(key),
        input: { eventId: key },
        workspaceId,
      };
