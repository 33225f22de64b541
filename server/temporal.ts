import {
  Client,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { signalNames, taskQueues } from '#domain/names.ts';
import type { Engine, WorkflowToStart } from './engine.ts';
import { dropSchedule, keepSchedule } from './temporal/schedules.ts';
import { campaignKey, workspaceKey } from './temporal/search-attributes.ts';
import { forwardTo } from './temporal/time-skipping.ts';

/** The engine is near; whoever asks must not hang while it is down. */
const DEADLINE_MS = 5000;

export interface TemporalSettings {
  address: string;
  namespace: string;
}

/** A client that connects with its first call, so that a process starts while the engine is down. */
export function temporalClient({ address, namespace }: TemporalSettings): Client {
  const connection = Connection.lazy({ address, connectTimeout: DEADLINE_MS });
  return new Client({ connection, namespace });
}

/** The engine by Temporal's client. */
export function temporalEngine(client: Client): Engine {
  const inTime = <T>(work: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + DEADLINE_MS, work);

  return {
    start: (workflow) => inTime(() => start(workflow)),
    wakeOrStart: (workflow) =>
      inTime(async () => {
        await client.workflow.signalWithStart(workflow.type, {
          ...optionsOf(workflow),
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          signal: signalNames.woken,
        });
      }),
    signal: (signal) => inTime(() => send(signal)),
    forwardTo: (workflowId, instant) => forwardTo(client, workflowId, instant),
    keepSchedule: (schedule) => inTime(() => keepSchedule(client, schedule)),
    dropSchedule: (id) => inTime(() => dropSchedule(client, id)),
    close: () => client.connection.close(),
  };

  async function start(workflow: WorkflowToStart): Promise<'started' | 'there-already'> {
    try {
      await client.workflow.start(workflow.type, {
        ...optionsOf(workflow),
        workflowIdReusePolicy: workflow.again ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      });
      return 'started';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'there-already';
      throw error;
    }
  }

  async function send({ workflowId, name, payload }: Parameters<Engine['signal']>[0]) {
    try {
      const handle = client.workflow.getHandle(workflowId);
      await handle.signal(name, ...(payload ? [payload] : []));
      return 'signalled';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'not-found';
      throw error;
    }
  }
}

const optionsOf = ({ id, input, workspaceId, campaignId }: WorkflowToStart) => ({
  workflowId: id,
  args: [input],
  taskQueue: taskQueues.workflows,
  priority: { fairnessKey: workspaceId },
  typedSearchAttributes: new TypedSearchAttributes([
    { key: workspaceKey, value: workspaceId },
    ...(campaignId ? [{ key: campaignKey, value: campaignId }] : []),
  ]),
});
